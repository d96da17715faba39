"""An office is set up, its people come and go, and its key is never replaced."""

import json


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


def test_the_demo_has_one_person_for_each_role_and_three_drafts(run):
    assert run("demo").stdout.count("-") >= 7 * 3
    roles = {row["role"] for row in json.loads(run("user", "list", "--json").stdout)}
    assert len(roles) == 7
    run("demo", "--if-new")


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
