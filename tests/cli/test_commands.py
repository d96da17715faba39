"""The command line: stable outputs and exit codes."""

import json
import shutil

import pytest
from click.testing import CliRunner
from docx import Document
from jsonschema import Draft202012Validator

from assistant.cli import commands
from tests import ROOT

CASES = ROOT / "templates/cheque-claim/examples"


@pytest.fixture
def run(tmp_path):
    def run(*arguments, code=0):
        base = ["--data", str(tmp_path / "office"), "--key-file", str(tmp_path / "keys/office.key")]
        result = CliRunner().invoke(commands, [*base, *map(str, arguments)], catch_exceptions=False)
        assert result.exit_code == code, result.output
        return result

    return run


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


def test_an_office_is_set_up_and_people_come_and_go(run):
    made = json.loads(
        run(
            "init",
            "--office",
            "دفتر نمونه",
            "--number",
            "9990001",
            "--user",
            "samira",
            "--full-name",
            "سمیرا کیان",
            "--json",
        ).stdout
    )
    assert made["role"] == "administrator"
    run("user", "add", "negar", "--full-name", "نگار سپهری", "--role", "clerk")
    run("user", "disable", "negar")
    rows = {row["name"]: row for row in json.loads(run("user", "list", "--json").stdout)}
    assert rows["negar"]["is_disabled"]
    assert json.loads(run("audit", "verify", "--json").stdout)["is_intact"]
    run("user", "add", "negar", "--full-name", "نگار دیگر", "--role", "clerk", code=2)
    run("user", "disable", "nobody", code=2)
    run("init", "--office", "x", "--number", "1", "--user", "other", "--full-name", "دیگری", code=2)


def test_a_backup_restores_what_it_held(run, tmp_path):
    run("demo")
    file = tmp_path / "office.backup"
    run("backup", file)
    run("user", "add", "later", "--full-name", "بعدی", "--role", "clerk")
    run("restore", file)
    assert "later" not in {row["name"] for row in json.loads(run("user", "list", "--json").stdout)}
    assert json.loads(run("audit", "verify", "--json").stdout)["is_intact"]


def test_a_missing_key_is_a_clear_refusal(run, tmp_path):
    run("demo")
    (tmp_path / "keys/office.key").unlink()
    assert "office.key" in run("user", "list", code=2).stderr


def test_a_lost_key_is_not_replaced_by_a_new_one(run, tmp_path):
    run("demo")
    (tmp_path / "keys/office.key").unlink()
    run("init", "--office", "x", "--number", "1", "--user", "other", "--full-name", "دیگری", code=2)
    assert not (tmp_path / "keys/office.key").exists()


def test_an_init_with_a_wrong_name_can_be_done_again(run):
    office = ("--office", "دفتر", "--number", "1", "--full-name", "سمیرا کیان")
    assert "a-z" in run("init", *office, "--user", "سمیرا", code=2).stderr
    run("init", *office, "--user", "samira")
    assert [row["name"] for row in json.loads(run("user", "list", "--json").stdout)] == ["samira"]


@pytest.mark.parametrize("command", [("serve",), ("user", "list"), ("audit", "verify"), ("backup", "x")])
def test_before_there_is_an_office_the_next_step_is_named(run, tmp_path, command):
    assert "dadkhastyar init" in run(*command, code=2).stderr
    assert not (tmp_path / "keys").exists()


@pytest.mark.parametrize("port", ["0", "65536", "x"])
def test_a_port_that_is_none_is_wrong_use(run, port):
    run("serve", "--port", port, code=2)


@pytest.mark.parametrize("url", ["::", "mysql://host/name", "sqlite://"])
@pytest.mark.parametrize("command", [("user", "list"), ("restore", __file__)])
def test_a_database_address_of_another_kind_is_refused(run, monkeypatch, url, command, tmp_path):
    run("demo")
    monkeypatch.setenv("DADKHASTYAR_DATABASE_URL", url)
    assert "postgresql://" in run(*command, code=2).stderr


def test_a_restore_tells_what_the_backup_did_not_know(run, tmp_path):
    run("demo")
    file = tmp_path / "office.backup"
    run("backup", file)
    run("user", "disable", "negar")
    told = json.loads(run("restore", file, "--json").stdout)
    assert told["disabled_again"] == ["negar"]
    assert told["lost_entries"] == 1
    assert told["audit_is_intact"]


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


def test_the_demo_has_one_person_for_each_role_and_three_drafts(run):
    assert run("demo").stdout.count("-") >= 7 * 3
    roles = {row["role"] for row in json.loads(run("user", "list", "--json").stdout)}
    assert len(roles) == 7
    run("demo", "--if-new")


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
