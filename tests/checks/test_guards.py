"""The warning about rules that may speak of hidden fields."""

import pytest

from assistant.checks.compiled_rule import compile_rule
from assistant.checks.guards import unguarded_paths
from tests.tiny_house.house import field, form_of, library_of, rule, template_of

FORM = form_of(
    field("kind", "choice", options=["a", "b"]),
    field("secret", "yes_no", shown_when="kind == 'a'"),
    field("papers", "list", shown_when="kind == 'a'", fields=[field("worth", "rial_amount")]),
    field(
        "people",
        "list",
        fields=[field("age", "integer"), field("licence", "yes_no", shown_when="this.age > 17")],
    ),
)


@pytest.mark.parametrize(
    ("when", "each", "unguarded"),
    [
        ("secret == true", "", ()),
        ("blank(secret)", "", ()),
        ("!secret", "", ("secret",)),
        ("!(secret == true)", "", ("secret",)),
        ("kind == 'a' && !secret", "", ()),
        ("size(papers) == 0", "", ("papers[]",)),
        ("blank(papers)", "", ("papers[]",)),
        ("papers.all(d, d.worth > 1)", "", ("papers[]",)),
        ("papers.exists(d, !(d.worth > 1))", "", ()),
        ("kind == 'a' && sum(papers.map(d, d.worth)) < 5", "", ()),
        ("!p.licence", "people as p", ("people[].licence",)),
        ("p.age > 17 && !p.licence", "people as p", ()),
        ("people.exists(x, !x.licence)", "", ("people[].licence",)),
        ("or_else(secret, true)", "", ("secret",)),
        ("secret ? kind == 'a' : kind == 'b'", "", ()),
        ("secret ? true : false", "", ("secret",)),
    ],
)
def test_a_risky_read_of_a_conditional_field_wants_its_guard(when: str, each: str, unguarded: tuple[str, ...]) -> None:
    template = template_of(FORM)
    compiled = compile_rule(rule("r", when, "kind", each=each), template, library_of([template]))
    assert compiled is not None
    assert {path.removesuffix("[]") for path in unguarded_paths(compiled, FORM)} == {
        path.removesuffix("[]") for path in unguarded
    }
