"""The shape of the house, as tests."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT

TOP_LEVEL = {
    "assistant", "templates", "schemas", "rules", "static", "tests", "requirements",
    "pyproject.toml", "README.md", "Makefile", "LICENSE", ".gitignore", ".ci",
}  # fmt: skip
MODULES = sorted((ROOT / "assistant").rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager"}


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return listed.stdout.splitlines()


def test_nothing_stands_at_the_top_but_what_the_architecture_names():
    assert {path.split("/")[0] for path in tracked()} <= TOP_LEVEL


def test_the_experts_rooms_hold_no_python():
    assert [
        path for path in tracked() if path.startswith(("templates/", "rules/", "schemas/")) and path.endswith(".py")
    ] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is_for_and_keeps_its_measure(path):
    text = path.read_text(encoding="utf-8")
    assert path.stem not in FORBIDDEN_NAMES
    assert ast.get_docstring(ast.parse(text)), "a module opens with what it is for"
    assert len(text.splitlines()) <= 330, "look again: more than one reason to change?"


def test_the_layers_point_one_way():
    lint = Path(sys.executable).parent / "lint-imports"
    result = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_no_law_is_cited_in_code():
    """Articles and legal sentences are content (architecture.md §1)."""
    cited = re.compile("ماده [۰-۹0-9]|قانون آیین")
    found = []
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings may give samples
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
                found += [f"{path.relative_to(ROOT)}:{node.lineno}"] if cited.search(node.value) else []
    assert found == []


def test_the_inside_reads_no_clock():
    calls = re.compile(r"datetime\.now|date\.today|time\.time\(")
    allowed = {"assistant/services/office_time.py"}
    found = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if path.relative_to(ROOT).parts[1] in ("domain", "checks", "services")
        and calls.search(path.read_text(encoding="utf-8"))
    ]
    assert set(found) <= allowed


def test_every_runtime_package_is_pinned_with_its_hash():
    names = re.findall(
        r'^  "([a-z0-9-]+)(?:\[[a-z]+\])?==', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.M
    )
    locked = (ROOT / "requirements/dev.txt").read_text(encoding="utf-8")
    for name in names:
        assert re.search(rf"^{re.escape(name)}(\[[a-z]+\])?==\S+ \\\n    --hash", locked, re.M | re.I), name
