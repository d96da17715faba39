"""A backup and what restoring it tells."""

import json


def test_a_backup_restores_what_it_held(run, tmp_path):
    run("demo")
    file = tmp_path / "office.backup"
    run("backup", file)
    run("user", "add", "later", "--full-name", "بعدی", "--role", "clerk")
    run("restore", file)
    assert "later" not in {row["name"] for row in json.loads(run("user", "list", "--json").stdout)}
    assert json.loads(run("audit", "verify", "--json").stdout)["is_intact"]


def test_a_restore_tells_what_the_backup_did_not_know(run, tmp_path):
    run("demo")
    file = tmp_path / "office.backup"
    run("backup", file)
    run("user", "disable", "negar")
    told = json.loads(run("restore", file, "--json").stdout)
    assert told["disabled_again"] == ["negar"]
    assert told["lost_entries"] == 1
    assert told["audit_is_intact"]
