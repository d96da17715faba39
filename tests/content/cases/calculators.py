"""Tables of announced figures, the words of calculators, and the fields they fill."""

# ruff: noqa: E501 (a table)

from tests.content.case import FORM, Case, edit
from tests.content.tree import tiny_files, with_file, without_file

ANNUAL = "rules/indices/cpi-annual.yaml"
MONTHLY = "rules/indices/cpi-monthly.yaml"
RATES = "rules/indices/diyeh.yaml"
MAHR = "rules/calculators/mahr.yaml"
LOSS = "rules/calculators/diyeh.yaml"
SACRED = "rules/calendar/sacred-months.yaml"

INDICES = [
    edit("index_numbers", MONTHLY, "{year: 1380, numbers: '5 5 5 5 5 5 5 5 5 5 5 5'}", "{year: 1380, numbers: '5 5 5 5 5 5 5 5 5 5 5'}"),
    edit("index_numbers", ANNUAL, "numbers: '7.5'", "numbers: '7,5'", at="{year: 1382"),
    edit("index_numbers", MONTHLY, "numbers: '7 7 7'", "numbers: '7 0 7'", at="{year: 1382"),
    edit("index_years", ANNUAL, "gaps: [1383]", "gaps: []", at="{year: 1384, numbers"),
    edit("index_years", RATES, "{year: 1405, numbers: '1200'", "{year: 1404, numbers: '1200'"),
    edit("index_span", ANNUAL, "{from: 1381, to: 1382, status", "{from: 1381, to: 1385, status"),
    edit("index_span", MONTHLY, "{from: 1381-11, to: 1382-03,", "{from: 1382-04, to: 1382-03,"),
    edit("index_span", ANNUAL, "{year: 1384, number: '9.8'", "{year: 1383, number: '9.8'"),
    edit("index_falls", ANNUAL, "numbers: '7.5'", "numbers: '5.5'", at="{year: 1382"),
    edit("index_table_unknown", MONTHLY, "with: cpi-annual", "with: cpi-anual", nearest="cpi-annual"),
    edit("index_mean_differs", MONTHLY, "percent: '2'", "percent: '1'", at="{year: 1381, numbers"),
    edit("index_mean_differs", MONTHLY, "numbers: '5 5 5 5 5 5 5 5 5 5 5 5'", "numbers: '5 5 5 5 5 5 5 5 5 5 5 6'", at="{year: 1380"),
    edit("index_sacred_differs", RATES, "sacred: '1333'", "sacred: '1334'", at="{year: 1404"),
    edit("sacred_months_order", SACRED, "from: 1405-02-28, to: 1405-03-25", "from: 1405-02-27, to: 1405-03-25", at="{hijri_year: 1447, month: 12"),
    edit("sacred_months_order", SACRED, "from: 1405-01-30, to: 1405-02-27", "from: 1405-02-30, to: 1405-02-27", at="{hijri_year: 1447, month: 11"),
]  # fmt: skip

CALCULATORS = [
    Case("calculator_unknown", with_file("rules/calculators/rent.yaml", tiny_files()[LOSS].replace(b"id: diyeh", b"id: rent")),
         "rules/calculators/rent.yaml", at="id: rent"),
    Case("calculator_table_missing", without_file("rules/indices/cpi-annual-1383.yaml"), MAHR, at="id: mahr"),
    edit("calculator_word_missing", MAHR, "  death_year: سال پایان به جای سال پرداخت آمده است.\n", "", at="texts:"),
    edit("calculator_word_missing", LOSS, "      - {value: killing, label: از میان رفتن}\n", "", at="inputs:"),
    edit("calculator_word_unknown", MAHR, "steps:\n", "steps:\n  valu: بها\n", at="steps:", nearest="value"),
    edit("calculator_unknown_law", MAHR, "{law: club,", "{law: clib,", nearest="club"),
    edit("calculator_refused", MAHR, "ارقام باشگاه دو رقم دارد.", "بهتر است ارقام باشگاه خوانده شود.", at="بهتر است ارقام"),
    edit("computed_by_unknown", FORM, "{calculator: mahr, inputs: {amount", "{calculator: marh, inputs: {amount", at="computed_by", nearest="mahr"),
    edit("computed_by_unknown", FORM, "{amount: deposit,", "{amont: deposit,", at="computed_by", nearest="amount"),
    edit("computed_by_path", FORM, "{amount: deposit,", "{amount: depositt,", at="computed_by", nearest="deposit"),
    edit("computed_by_path", FORM, "{amount: deposit,", "{amount: reason_text,", at="computed_by"),
    edit("computed_by_in_list", FORM, "            maximum: 900000000\n",
         "            maximum: 900000000\n            computed_by: {calculator: mahr, inputs: {payment_year: today}}\n", at="computed_by"),
]  # fmt: skip
