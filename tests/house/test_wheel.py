"""An installed wheel carries the experts' rooms and runs away from the checkout."""

import json
import os
import subprocess
import sys

import pytest

from tests import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder holding what the wheel installs."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
    build = ["wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(folder), str(ROOT)]
    subprocess.run([*pip, *build], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    target = folder / "installed"
    install = ["install", "--no-deps", "--no-index", "--target", str(target), str(wheel)]
    subprocess.run([*pip, *install], check=True, capture_output=True)
    return target


def run(installed, *arguments, cwd):
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(installed), "HOME": str(cwd), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "assistant", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=environment, check=True, capture_output=True, text=True).stdout


def test_the_rooms_and_the_static_files_are_inside(installed):
    for room in ("templates", "rules", "schemas", "static"):
        shipped = {path.relative_to(ROOT / room) for path in (ROOT / room).rglob("*") if path.is_file()}
        carried = installed / "assistant/rooms" / room
        assert shipped == {path.relative_to(carried) for path in carried.rglob("*") if path.is_file()}


def test_it_reviews_and_renders_from_another_folder(installed, tmp_path):
    listed = json.loads(run(installed, "templates", "--json", cwd=tmp_path))
    assert "cheque-claim" in {row["id"] for row in listed}
    answers = tmp_path / "answers.json"
    answers.write_text(
        '{"template": "cheque-claim", "on": "1405-09-01", "answers": {"claim_amount": 5}}', encoding="utf-8"
    )
    run(installed, "render", answers, "-o", tmp_path / "petition.docx", cwd=tmp_path)
    assert (tmp_path / "petition.docx").stat().st_size > 10_000


def test_it_sets_up_an_office_from_another_folder(installed, tmp_path):
    base = ["--data", tmp_path / "office", "--key-file", tmp_path / "keys/office.key"]
    assert "negar" in run(installed, *base, "demo", cwd=tmp_path)
    assert json.loads(run(installed, *base, "audit", "verify", "--json", cwd=tmp_path))["is_intact"]
