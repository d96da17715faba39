"""The command line: stable outputs and exit codes."""

import json
import shutil

import pytest
from docx import Document
from jsonschema import Draft202012Validator

from tests import ROOT

CASES = ROOT / "templates/cheque-claim/examples"


@pytest.fixture
def answers(tmp_path):
    """The answers file inside a worked case, as JSON."""

    def answers(name):
        from assistant.content.yaml_reader import read_yaml

        case = read_yaml((CASES / f"{name}.yaml").read_text(encoding="utf-8"), name).value
        file = tmp_path / f"{name}.json"
        file.write_text(json.dumps(case["answers_file"], ensure_ascii=False), encoding="utf-8")
        return file

    return answers


def test_the_templates_are_listed_and_one_shows_its_derived_schema(run):
    rows = json.loads(run("templates", "--json").stdout)
    assert {row["id"] for row in rows} >= {"cheque-claim", "appeal"}
    schema = json.loads(run("templates", "cheque-claim", "--json").stdout)["schema"]
    Draft202012Validator.check_schema(schema)
    assert "cheques" in schema["properties"]
    assert "مطالبه وجه چک" in run("templates", "cheque-claim").stdout


def test_a_worked_case_of_the_library_can_be_tried_as_it_stands(run, tmp_path):
    assert json.loads(run("review", CASES / "clean.yaml", "--json").stdout)["incomplete"] == []
    run("review", CASES / "problem.yaml", code=1)
    run("render", CASES / "clean.yaml", "-o", tmp_path / "one.docx")


def test_an_unknown_template_is_wrong_use(run):
    assert "چک‌نما" in run("templates", "چک‌نما", code=2).stderr


def test_a_clean_petition_reviews_to_nothing_of_weight(run, answers):
    result = json.loads(run("review", answers("clean"), "--json").stdout)
    assert result["incomplete"] == []
    assert result["problems"] == []


def test_a_petition_with_problems_exits_one_and_tells_rule_place_and_law(run, answers):
    result = json.loads(run("review", answers("problem"), "--json", code=1).stdout)
    finding = next(each for each in result["findings"] if each["rule"] == "cheque-sum-differs-from-relief")
    assert finding["points_at"][0] == "claim_amount"
    assert finding["basis"][0]["citation"]
    assert finding["facts"]
    schema = json.loads((ROOT / "schemas/files/review-output.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(result)


def test_jsonl_answers_line_by_line_with_the_ids_given(run, answers, tmp_path):
    file = tmp_path / "all.jsonl"
    clean, problem = (json.loads(answers(name).read_text(encoding="utf-8")) for name in ("clean", "problem"))
    lines = [{"id": "a", **clean}, {"id": "b", **problem}]
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    file.write_text(text + "\nnot json\n", encoding="utf-8")
    out = [json.loads(line) for line in run("review", "--jsonl", file, code=1).stdout.splitlines()]
    assert [each["id"] for each in out] == ["a", "b", "3"]
    assert "error" in out[2]
    assert out[1]["findings"]


def test_another_filing_date_changes_what_is_in_force(run, answers):
    late = json.loads(run("review", answers("clean"), "--on", "1409-09-01", "--json", code=1).stdout)
    assert any(each["overdue_parameters"] for each in late["findings"]) or late["findings"]


@pytest.mark.parametrize("content", ["[]", '{"template": "x"}', "{", '{"answers": {}, "template": "nothing"}'])
def test_a_file_that_is_no_answers_file_is_wrong_use_with_its_place(run, tmp_path, content):
    file = tmp_path / "broken.json"
    file.write_text(content, encoding="utf-8")
    assert run("review", file, code=2).stderr.strip()


def test_a_rendered_petition_opens_and_is_the_same_every_time(run, answers, tmp_path):
    one, two = tmp_path / "one.docx", tmp_path / "two.docx"
    first = json.loads(run("render", answers("clean"), "-o", one, "--json").stdout)
    run("render", answers("clean"), "-o", two)
    assert one.read_bytes() == two.read_bytes()
    assert first["bytes"] == len(one.read_bytes())
    assert Document(str(one)).tables


def test_the_applicants_sheet_holds_the_notices_and_the_petition_does_not(run, answers, tmp_path):
    petition, sheet = tmp_path / "petition.docx", tmp_path / "sheet.docx"
    run("render", answers("problem"), "-o", petition)
    run("render", answers("problem"), "-o", sheet, "--sheet")
    notice = "یکسان نبودن جمع چک‌ها"
    assert notice in _text(sheet)
    assert notice not in _text(petition)


@pytest.mark.parametrize("path", ["/no/such/place", "/etc"])
def test_a_check_of_something_that_is_no_content_is_wrong_use(run, path):
    assert path in run("check", path, code=2).stderr


def test_broken_content_is_refused_with_file_and_line(run, tmp_path):
    content = tmp_path / "content"
    for room in ("templates", "rules", "schemas"):
        shutil.copytree(ROOT / room, content / room)
    run("--content", content, "demo")
    form = content / "templates/appeal/form.yaml"
    form.write_text(form.read_text(encoding="utf-8") + "\nsteps: []\n", encoding="utf-8")
    line = len(form.read_text(encoding="utf-8").splitlines())
    for command in (("serve",), ("review", CASES / "clean.yaml"), ("templates",)):
        told = run("--content", content, *command, code=1).stderr
        assert f"templates/appeal/form.yaml:{line}:" in told


def _text(path):
    from assistant.documents.renderer import DocxRenderer

    return DocxRenderer().text(path.read_bytes())


def test_a_review_names_every_rule_and_number_with_its_version_as_of_the_day_asked(run, answers):
    result = json.loads(run("review", answers("problem"), "--on", "1406-01-15", "--json", code=1).stdout)
    assert result["on"] == "1406-01-15"
    versions = {(each["kind"], each["id"]): each["version"] for each in result["evaluated"]}
    for finding in result["findings"]:
        assert versions["rule", finding["rule"]] == finding["version"] != ""
        for used in finding["used"]:
            assert versions[used["kind"], used["id"]] == used["version"] != ""
    assert any(finding["used"] for finding in result["findings"])
    Draft202012Validator(json.loads((ROOT / "schemas/files/review-output.json").read_text(encoding="utf-8"))).validate(
        result
    )


def test_the_first_questions_of_a_template_are_suggested_and_the_current_ones_marked(run):
    rows = json.loads(run("check", "--suggest-precheck", "cheque-claim", "--json").stdout)
    assert 1 <= len(rows) <= 7
    assert [row["settles"] for row in rows] == sorted((row["settles"] for row in rows), reverse=True)
    assert all(row["rules"] for row in rows)
    assert "* holder_status" in run("check", "--suggest-precheck", "cheque-claim").stdout
    assert "چک‌نما" in run("check", "--suggest-precheck", "چک‌نما", code=2).stderr


def test_used_by_answers_from_the_filings_of_this_office(run):
    assert "dadkhastyar init" in run("used-by", "cheque-not-due", code=2).stderr
    run("demo")
    result = json.loads(run("used-by", "cheque-not-due", "--json").stdout)
    assert (result["kind"], result["filings"], result["filings_without_list"]) == ("rule", [], 0)
    assert "cheque-not-due" in run("used-by", "cheque-not-du", code=2).stderr
