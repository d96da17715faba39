"""Registered plots."""

from typing import Any

import pytest

from assistant.domain.plots import (
    edit_plot_parts,
    edit_registered_plot,
    is_registered_plot,
    parse_registered_plot,
    plot_from_parts,
    show_registered_plot,
)
from assistant.domain.value_problem import ValueProblem

PLOT = {"main_plot": 45, "sub_plot": 123, "section": "3"}


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("۱۲۳ فرعی از ۴۵ اصلی بخش ۳", PLOT),
        ("123 فرعي از 45 اصلي بخش 3", PLOT),
        ("پلاک ثبتی ۱۲۳ فرعی از ۴۵ اصلی، بخش ۳", PLOT),
        ("123/45 بخش 3", PLOT),
        ("پلاک ۱۲۳/۴۵ بخش ۳", PLOT),
        ("۴۵ اصلی ۱۲۳ فرعی بخش ۳", PLOT),
        ("۴۵ اصلی بخش ۳", {"main_plot": 45, "section": "3"}),
        ("45 بخش 3", {"main_plot": 45, "section": "3"}),
        (
            "۱۲۳ فرعی از ۴۵ اصلی، قطعه ۲، بخش ۳ نمونه، حوزه ثبتی شهر نمونه",
            {**PLOT, "section": "3 نمونه", "parcel": "2", "registration_district": "شهر نمونه"},
        ),
    ],
)
def test_plots_are_read_from_one_line(typed: str, stored: dict[str, Any]) -> None:
    assert parse_registered_plot(typed) == stored
    assert is_registered_plot(stored)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "registered_plot_form"),
        ("بخش ۳", "registered_plot_form"),
        ("۱۲۳ فرعی از ۴۵ اصلی", "registered_plot_section"),
        ("123/45", "registered_plot_section"),
        ("۱۲۳ فرعی از ۴۵ اصلی بخش", "registered_plot_form"),
        ("۱۲۳ فرعی از ۴۵ اصلی در تهران", "registered_plot_form"),
        ("۱۲۳ فرعی از ۴۵ اصلی بخش ۳ بخش ۴", "registered_plot_form"),
        ("0/45 بخش 3", "registered_plot_number"),
        ("123/0 بخش 3", "registered_plot_number"),
        ("123/45000000000 بخش 3", "registered_plot_number"),
    ],
)
def test_what_is_not_a_plot_is_refused(typed: str, code: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        parse_registered_plot(typed)
    assert problem.value.code == code


def test_a_plot_is_read_from_its_parts() -> None:
    typed = {"main_plot": "۴۵", "sub_plot": "", "section": "بخش ۳", "registration_district": " ", "parcel": "۲"}
    assert plot_from_parts(typed) == {"main_plot": 45, "section": "3", "parcel": "2"}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"main_plot": "", "section": "3"}, "registered_plot_main"),
        ({"main_plot": "45", "section": ""}, "registered_plot_section"),
        ({"main_plot": "45 اصلی", "section": "3"}, "registered_plot_number"),
        ({"main_plot": "45", "sub_plot": "x", "section": "3"}, "registered_plot_number"),
    ],
)
def test_a_missing_or_wrong_part_is_named(typed: dict[str, str], code: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        plot_from_parts(typed)
    assert problem.value.code == code


def test_a_plot_is_shown_in_words_and_read_back() -> None:
    full = {**PLOT, "registration_district": "شهر نمونه", "parcel": "2"}
    assert show_registered_plot(full) == "۱۲۳ فرعی از ۴۵ اصلی بخش ۳ حوزه ثبتی شهر نمونه قطعه ۲"
    for plot in (PLOT, full, {"main_plot": 45, "section": "3"}):
        assert parse_registered_plot(edit_registered_plot(plot)) == plot
        assert parse_registered_plot(show_registered_plot(plot)) == plot
        assert plot_from_parts(edit_plot_parts(plot)) == plot


def test_a_section_written_with_its_word_is_not_given_it_twice() -> None:
    assert show_registered_plot({"main_plot": 99, "section": "بخش ۹ نمونه"}) == "۹۹ اصلی بخش ۹ نمونه"


@pytest.mark.parametrize(
    "stored",
    [
        None,
        "123/45",
        {},
        {"main_plot": 45},
        {"section": "3"},
        {**PLOT, "main_plot": "45"},
        {**PLOT, "main_plot": True},
        {**PLOT, "sub_plot": 0},
        {**PLOT, "section": ""},
        {**PLOT, "section": 3},
        {**PLOT, "street": "نمونه"},
    ],
)
def test_what_lacks_a_part_or_has_a_strange_one_is_no_plot(stored: object) -> None:
    assert not is_registered_plot(stored)
