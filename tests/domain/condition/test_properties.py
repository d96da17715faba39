"""What holds for every condition on every document."""

import copy
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.domain.answers import DONT_KNOW, AnswerList
from assistant.domain.condition import EvaluationContext, Expression, Undetermined, compile_condition
from assistant.domain.paths import parse_path
from tests.domain.condition.random_conditions import ENVIRONMENT, conditions, earlier, full_documents, plain

cel = pytest.importorskip("cel_expr_python.cel")

ON = date(2026, 11, 22)
STEADY = settings(
    derandomize=True,
    deadline=None,
    max_examples=300,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
ROUNDS = 40  # documents for each condition: with 300 conditions above 10,000 evaluations in each property
CHANCES = st.integers(0, 2**32).map(Random)
INT, TRUTH, WORD = cel.Type.INT, cel.Type.BOOL, cel.Type.STRING
ANYTHING = cel.Type.Map(cel.Type.STRING, cel.Type.DYN)
ORACLE = cel.NewEnv(
    variables={
        **dict.fromkeys(("a", "b"), INT),
        **dict.fromkeys(("f", "g"), TRUTH),
        **dict.fromkeys(("s", "t"), WORD),
        "group": ANYTHING,
        **dict.fromkeys(("xs", "zs"), cel.Type.List(ANYTHING)),
    }
)
#: Where this language knows more than the oracle, which gives up at the first member it cannot decide.
SHARPER = (".filter(", ".map(", ".exists_one(", " in [")


def evaluated(condition: Expression, document: dict[str, Any]) -> Any:
    return condition.evaluate(EvaluationContext(document, ON))


def asked_of_oracle(program: Any, document: dict[str, Any]) -> Any:
    """True, False, or None for an error: something it needs is not there."""
    result = program.eval(data=plain(document))
    return None if result.type() == cel.Type.ERROR else result.plain_value()


@given(data=st.data())
@STEADY
def test_it_says_what_the_oracle_says(data: st.DataObject) -> None:
    source = data.draw(conditions(whole_language=False))
    full = data.draw(full_documents(whole_language=False))
    condition, program = compile_condition(source, ENVIRONMENT), ORACLE.compile(source)
    final = asked_of_oracle(program, full)
    assert evaluated(condition, full) is final
    chance = data.draw(CHANCES)
    for _ in range(ROUNDS):
        document = earlier(full, chance, open_lists=False)
        told, found = asked_of_oracle(program, document), evaluated(condition, document)
        if told is not None:
            assert found is told
        elif isinstance(found, Undetermined):
            assert found.missing
        else:
            assert any(each in source for each in SHARPER)
            assert found is final


@given(data=st.data())
@STEADY
def test_no_verdict_is_taken_back_by_a_further_answer(data: st.DataObject) -> None:
    condition = compile_condition(data.draw(conditions(whole_language=True)), ENVIRONMENT)
    full = data.draw(full_documents())
    final = evaluated(condition, full)
    chance = data.draw(CHANCES)
    for _ in range(ROUNDS):
        found = evaluated(condition, earlier(full, chance, unknowns=True))
        assert isinstance(found, Undetermined) or found is final


@given(data=st.data())
@STEADY
def test_answering_only_what_it_lists_settles_it(data: st.DataObject) -> None:
    condition = compile_condition(data.draw(conditions(whole_language=True)), ENVIRONMENT)
    full = data.draw(full_documents())
    chance = data.draw(CHANCES)
    for _ in range(ROUNDS // 2):
        document = earlier(full, chance)
        found = evaluated(condition, document)
        while isinstance(found, Undetermined):
            assert found.missing
            assert not found.unknown
            answer_from(full, document, chance.choice(found.missing))
            found = evaluated(condition, document)
        assert found is evaluated(condition, full)


@given(data=st.data())
@STEADY
def test_it_lists_only_answers_that_are_not_there_and_changes_nothing(data: st.DataObject) -> None:
    condition = compile_condition(data.draw(conditions(whole_language=True)), ENVIRONMENT)
    full = data.draw(full_documents())
    chance = data.draw(CHANCES)
    for _ in range(8):
        document = earlier(full, chance, unknowns=True)
        before = copy.deepcopy(document)
        found = evaluated(condition, document)
        assert document == before
        if isinstance(found, Undetermined):
            assert found.missing or found.unknown
            assert all(stands_at(document, path) is None for path in found.missing)
            assert all(stands_at(document, path) is DONT_KNOW for path in found.unknown)


def stands_at(document: Any, path: str) -> Any:
    """The value at a path, None when nothing is there; for ``list[+]``: None while the list is open."""
    if path.endswith("[+]"):
        items = stands_at(document, path.removesuffix("[+]"))
        return None if items.is_open else items
    for part in parse_path(path):
        document = document[part] if isinstance(part, int) else document.get(part)
    return document


def answer_from(full: Any, document: Any, path: str) -> None:
    """Gives the answer that the finished document has; of an open list the next item, still empty, or its end."""
    parts = parse_path(path.removesuffix("[+]"))
    for part in parts[:-1]:
        full, document = full[part], document[part]
    final = full[parts[-1]]
    if not path.endswith("[+]"):
        document[parts[-1]] = final
        return
    items = document[parts[-1]]
    if len(items) == len(final):
        items.is_open = False
    else:
        lists = (key for key, value in final[len(items)].items() if isinstance(value, list))
        items.append({key: AnswerList(is_open=True) for key in lists})
