"""What a command says where the store of an office does not open, and where a server cannot start."""

import pytest


@pytest.mark.parametrize("command", [("serve",), ("user", "list"), ("audit", "verify"), ("backup", "x")])
def test_before_there_is_an_office_the_next_step_is_named(run, tmp_path, command):
    assert "dadkhastyar init" in run(*command, code=2).stderr
    assert not (tmp_path / "keys").exists()


@pytest.mark.parametrize("url", ["::", "mysql://host/name", "sqlite://"])
@pytest.mark.parametrize("command", [("user", "list"), ("restore", __file__)])
def test_a_database_address_of_another_kind_is_refused(run, monkeypatch, url, command, tmp_path):
    run("demo")
    monkeypatch.setenv("DADKHASTYAR_DATABASE_URL", url)
    assert "postgresql://" in run(*command, code=2).stderr


@pytest.mark.parametrize("port", ["0", "65536", "x"])
def test_a_port_that_is_none_is_wrong_use(run, port):
    run("serve", "--port", port, code=2)
