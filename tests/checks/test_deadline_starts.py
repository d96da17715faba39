"""Which periods run for a draft, from what its template declares and what was answered so far."""

from dataclasses import replace

from assistant.checks.deadline_starts import PeriodStart, starts_of
from assistant.domain.answers import Answers
from assistant.domain.jalali import to_gregorian
from assistant.domain.journey import derive
from tests.tiny_house.house import ON, field, form_of, template_of
from tests.tiny_house.office_days import deadline

FORM = form_of(
    field("kind", "choice", options=["barn", "field"]),
    field("served", "jalali_date"),
    field("seen", "jalali_date", shown_when="kind == 'field'"),
    field("owners", "list", fields=[field("lives", "choice", options=["here", "abroad"])]),
)
DAY = to_gregorian("1405-08-27")
ABROAD = "size(owners) > 0 && owners.all(o, o.lives == 'abroad')"


def starts(*specs, **values):
    template = replace(template_of(FORM), deadlines=tuple(deadline(FORM, *spec[:2], **spec[2]) for spec in specs))
    answers = Answers(values, is_partial=True)
    return starts_of(template, derive(FORM, answers, ON, {}), ON, {})


PLAIN = ("p", "served", {"when": "kind == 'barn'", "abroad": ABROAD})


def test_a_period_starts_on_the_day_answered():
    assert starts(PLAIN, kind="barn", served="1405-08-27") == (PeriodStart("p", DAY, False, True),)


def test_without_its_day_nothing_runs():
    assert starts(PLAIN, kind="barn") == ()


def test_a_day_that_cannot_be_read_starts_nothing():
    assert starts(PLAIN, kind="barn", served="1404-12-30") == ()


def test_a_period_of_another_kind_does_not_run():
    assert starts(PLAIN, kind="field", served="1405-08-27") == ()


def test_a_period_that_hangs_on_a_missing_answer_perhaps_runs():
    assert starts(PLAIN, served="1405-08-27") == (PeriodStart("p", DAY, False, is_certain=False),)


def test_everybody_abroad_has_the_longer_period_somebody_here_has_not():
    both = [{"lives": "abroad"}, {"lives": "abroad"}]
    assert starts(PLAIN, kind="barn", served="1405-08-27", owners=both)[0].is_abroad
    mixed = [{"lives": "abroad"}, {"lives": "here"}]
    assert not starts(PLAIN, kind="barn", served="1405-08-27", owners=mixed)[0].is_abroad


def test_until_it_is_answered_nobody_lives_abroad():
    assert not starts(PLAIN, kind="barn", served="1405-08-27", owners=[{}])[0].is_abroad


def test_a_start_hidden_by_the_form_starts_nothing():
    assert starts(("p", "seen", {}), kind="barn", seen="1405-08-27") == ()


def test_the_same_period_declared_twice_runs_once():
    assert len(starts(PLAIN, PLAIN, kind="barn", served="1405-08-27")) == 1
