"""Tariffs of made-up costs, beside the whole made-up content."""

# ruff: noqa: E501 (a table)

from tests.content.case import Case
from tests.content.tree import line_of, with_file

COSTS_FILE, OFFICE_FILE = "rules/tariffs/court-costs.yaml", "rules/tariffs/office-services.yaml"
COSTS_TEXT = """\
id: court-costs
title: بهای نشست شورا
checked_on: 1405-09-01
verified_until: 1406-09-01
responsible: null
stages:
  - {id: first, title: نخستین, base: بها}
  - {id: half, title: نیمه, base: بها}
rates:
  - id: whole
    title: بهای کامل
    stages: [first]
    basis: [{law: club, article: '1'}]
    values:
      - from: 1390-01-01
        bands: [{above: 0, rate: '0.01'}]
        grade: own
        source: {law: club, article: '2'}
      - from: 1400-01-01
        bands:
          - {above: 0, up_to: 1000, rate: '0.02'}
          - {above: 1000, rate: '0.03'}
        grade: own
        source: نشست سال ۱۴۰۰
        confirmed: [{year: 1401, grade: '1', by: صورت‌جلسه}]
  - id: part
    title: بهای نیمه
    stages: [half]
    basis: [{law: club, article: '3'}]
    values: [{from: 1400-01-01, factor: '0.5', of: whole, grade: own, source: نشست}]
items:
  - id: leaf
    title: برگ
    charged: sheet
    stages: []
    basis: [{law: club, article: '4'}]
    values: [{from: 1400-01-01, amount: {min: 10, max: 20}, grade: own, source: نشست}]
statements: [{about: bill, text: بها هنگام نشست داده می‌شود., grade: own, source: نشست}]
"""
OFFICE_TEXT = """\
id: office-services
title: بهای میز
checked_on: 1405-09-01
verified_until: 1406-09-01
responsible: null
services:
  - {id: card, title: کارت, charged: filing}
  - {id: page, title: برگ, charged: page}
years:
  - {year: 1403, from: 1403-01-01, to: 1403-12-30, grade: own, source: میز, amounts: [{service: card, amount: 5}]}
  - {year: 1404, from: 1404-01-01, to: 1404-12-29, grade: own, source: میز, amounts: [{service: page, amount: null}]}
"""


def costs(code: str, old: str, new: str, at: str = "", nearest: str | None = None) -> Case:
    return _case(code, COSTS_FILE, COSTS_TEXT, old, new, at, nearest)


def office(code: str, old: str, new: str, at: str = "", nearest: str | None = None) -> Case:
    return _case(code, OFFICE_FILE, OFFICE_TEXT, old, new, at, nearest)


def _case(code: str, file: str, text: str, old: str, new: str, at: str, nearest: str | None) -> Case:
    assert text.count(old) == 1, old
    files = with_file(file, text.replace(old, new))
    at = at or new
    assert line_of(files, file, at)
    return Case(code, files, file, at, nearest)


TARIFFS = [
    costs("tariff_bands_broken", "{above: 1000, rate", "{above: 1200, rate"),
    costs("tariff_bands_broken", "{above: 1000, rate", "{above: 900, rate"),
    costs("tariff_bands_broken", "[{above: 0, rate: '0.01'}]", "[{above: 5, rate: '0.01'}]"),
    costs("tariff_bands_broken", "{above: 1000, rate: '0.03'}", "{above: 1000, up_to: 2000, rate: '0.03'}"),
    costs("tariff_bands_broken", "{above: 0, up_to: 1000, rate", "{above: 0, rate", at="{above: 1000, rate"),
    costs("tariff_rate_range", "rate: '0.03'", "rate: '3'"),
    costs("tariff_rate_range", "rate: '0.03'", "rate: سه"),
    costs("tariff_rate_range", "factor: '0.5'", "factor: '1.5'"),
    costs("tariff_bands_or_factor", "factor: '0.5', of: whole, grade", "grade", at="values: [{from: 1400-01-01, grade"),
    costs("tariff_bands_or_factor", "of: whole", "of: part"),
    costs("tariff_unordered", "from: 1390-01-01", "from: 1400-01-01", at="from: 1400-01-01\n        bands:\n"),
    costs("tariff_range_reversed", "{min: 10, max: 20}", "{min: 30, max: 20}"),
    costs("tariff_unknown_law", "{law: club, article: '4'}", "{law: clob, article: '4'}", nearest="club"),
    costs("tariff_unknown_law", "{law: club, article: '2'}", "{law: clob, article: '2'}", nearest="club"),
    costs("tariff_unknown_name", "stages: [half]", "stages: [hlaf]", nearest="half"),
    costs("tariff_unknown_name", "of: whole", "of: whol", nearest="whole"),
    costs("tariff_named_twice", "{id: half, title: نیمه", "{id: half, title: نیمه}\n  - {id: half, title: باز", at="{id: half, title: باز"),
    costs("tariff_named_twice", "stages: [half]", "stages: [first]", at="stages: [first]\n    basis: [{law: club, article: '3'"),
    office("tariff_unknown_name", "[{service: card, amount: 5}]", "[{service: cart, amount: 5}]", nearest="card"),
    office("tariff_year_dates", "{year: 1404, from: 1404-01-01", "{year: 1404, from: 1403-01-01"),
    office("tariff_year_dates", "{year: 1404, from: 1404-01-01, to: 1404-12-29", "{year: 1403, from: 1403-05-01, to: 1403-12-29"),
    office("tariff_named_twice", "{id: page, title", "{id: card, title: کارت, charged: filing}\n  - {id: page, title", at="{id: card, title: کارت, charged: filing}\n  - {id: page"),
]  # fmt: skip
