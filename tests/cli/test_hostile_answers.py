"""Answers files as no page would write them: told at their field or refused with a reason, never a crash."""

import copy
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from assistant.app import Settings, load_library, petition_desk
from assistant.content.yaml_reader import read_yaml
from assistant.domain.answers_file import AnswersFileError, read_answers_file
from assistant.domain.paths import folded
from assistant.ports import RenderProblem
from assistant.services.petition_desk import review_as_data
from tests import ROOT

CASES = {
    f"{path.parent.parent.name}/{path.stem}": read_yaml(path.read_bytes(), path.name).value["answers_file"]
    for path in sorted(ROOT.glob("templates/*/examples/*.yaml"))
    if path.stem != "long"
}
OUTPUT = Draft202012Validator(json.loads((ROOT / "schemas/files/review-output.json").read_text(encoding="utf-8")))
KEYS = st.sampled_from(["", "a.b", "plaintiffs[0]", "cheques[+]", "kind", "value", "\u202e", "x" * 300])
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(["\x00", "\ud800", "1405-13-40", "۱۲", "9" * 400, 10**90, "<w:p/>", "{{ x }}"]),
)
JUNK = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=6
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    settings = Settings.from_environment(data=folder)
    return petition_desk(load_library(settings)[0], settings, with_renderer=True)


def places(value, path=()):
    yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(inner, (*path, key))


def put(file, place, value):
    file = copy.deepcopy(file)
    holder = file
    for key in ("answers", *place)[:-1]:
        holder = holder[key]
    holder[("answers", *place)[-1]] = value
    return file


@given(data=st.data())
def test_any_answer_may_be_anything(desk, data):
    case = CASES[data.draw(st.sampled_from(sorted(CASES)))]
    place = data.draw(st.sampled_from(sorted(places(case["answers"]), key=str)))
    mutated = put(case, place, data.draw(JUNK))
    if data.draw(st.booleans()):
        mutated = {**mutated, "open": [], "blank": [], "unknown": []}
    try:
        file = read_answers_file(mutated)
    except AnswersFileError:
        return
    result = review_as_data(desk.review(file), "x")
    OUTPUT.validate(result)
    json.dumps(result, ensure_ascii=False).encode()
    with suppress(RenderProblem):
        assert desk.petition(file).content
        assert desk.sheet(file).content


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"plaintiffs": "x"}, {"plaintiffs"}),
        ({"plaintiffs": {"kind": "natural"}}, {"plaintiffs"}),
        (
            {"plaintiffs": [1, None, {"address": 5}]},
            {"plaintiffs[0]", "plaintiffs[1]", "plaintiffs[2].address"},
        ),
        ({"plaintiffs": [{"address": {"city": []}}]}, {"plaintiffs[0].address.city"}),
        ({"cheques": [{"amount": "1600000000"}]}, {"cheques[0].amount"}),
        ({"cheques": [{"amount": 1.5}]}, {"cheques[0].amount"}),
        ({"claim_amount": -1}, {"claim_amount"}),
        ({"plaintiffs[0]": {"kind": "natural"}}, {""}),
        ({"nothing_like_it": 1}, {"nothing_like_it"}),
    ],
)
def test_what_is_of_the_wrong_kind_is_told_at_its_field_and_never_dropped(run, tmp_path, answers, told):
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({"template": "cheque-claim", "on": "1405-09-01", "answers": answers}))
    result = json.loads(run("review", file, "--json", code=1).stdout)
    assert told <= {each["path"] for each in result["problems"]}
    assert all(each["message"] for each in result["problems"])


def test_a_list_that_could_not_be_read_is_no_ground_for_a_finding(desk):
    case = put(CASES["cheque-claim/clean"], ("plaintiffs",), "x")
    review = desk.review(read_answers_file(case))
    assert not [path for each in review.findings for path in each.points_at if folded(path).startswith("plaintiffs")]


@pytest.mark.parametrize(
    "content",
    [
        b'{"template": "cheque-claim", "answers": {}, "answers": {}}',
        b'{"template": "cheque-claim", "answers": {"claim_amount": NaN}}',
        b'{"template": "cheque-claim", "answers": ' + b'{"a":' * 500 + b"1" + b"}" * 501,
        b'{"template": "cheque-claim", "answers": ' + b"[" * 100_000,
        b'{"template": "cheque-claim", "answers": {"claim_amount": ' + b"9" * 5000 + b"}}",
        b'{"template": "cheque-claim", "answers": {"narrative": "\\ud800"}}',
        b'{"template": ["x"], "answers": {}}',
        b'{"template": "cheque-claim", "answers": {}, "on": {"a": 1}}',
        b'{"template": "cheque-claim", "answers": {}, "unknown": "x"}',
        b'{"template": "cheque-claim", "answers": {}, "blank": ["a b"]}',
        b'{"template": "cheque-claim", "answers": [], "stray": 1}',
        b"\xff\xfe",
        b"",
    ],
)
@pytest.mark.parametrize("command", ["review", "render"])
def test_a_file_that_cannot_be_answers_is_wrong_use_with_a_reason(run, tmp_path, command, content):
    file = tmp_path / "answers.json"
    file.write_bytes(content)
    rest = ["-o", tmp_path / "out.docx"] if command == "render" else []
    told = run(command, file, *rest, code=2).stderr.strip()
    assert told
    assert "Traceback" not in told
    assert not (tmp_path / "out.docx").exists()


def test_no_line_stops_the_lines_after_it(run, tmp_path):
    case = CASES["cheque-claim/clean"]
    lines = [
        b"not json",
        b"[]",
        b"null",
        b'{"id": "a"}',
        json.dumps({"id": "b", **case, "template": "nothing"}).encode(),
        json.dumps({"id": "c", **case, "stray": 1}).encode(),
        json.dumps({"id": 7, **case, "answers": "x"}).encode(),
        json.dumps({"id": "e", **case, "on": "tomorrow"}).encode(),
        b"\xff\xfe\xfa",
        b'{"id": "\\ud800", "answers": 1}',
        b"[" * 100_000,
        b'{"id": "long", "template": "' + b"x" * 5_100_000 + b'"}',
        json.dumps({"id": "last", **case}, ensure_ascii=False).encode(),
    ]
    file = tmp_path / "all.jsonl"
    file.write_bytes(b"\n".join(lines))
    out = [json.loads(line) for line in run("review", "--jsonl", file, code=1).stdout.splitlines()]
    assert [each["id"] for each in out] == ["1", "2", "3", "a", "b", "c", "7", "e", "9", "?", "11", "12", "last"]
    assert all(each["error"] for each in out[:-1])
    OUTPUT.validate(out[-1])
