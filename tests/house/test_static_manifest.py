"""What is vendored is what the manifest says, and everything vendored stands in it."""

import hashlib
import json
import re

import pytest

from tests import ROOT

VENDOR = ROOT / "static/vendor"
ENTRIES = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["file"])
def test_a_vendored_file_has_the_bytes_of_the_manifest(entry):
    assert set(entry) == {"file", "name", "version", "licence", "sha256"}
    assert hashlib.sha256((VENDOR / entry["file"]).read_bytes()).hexdigest() == entry["sha256"]


def test_every_vendored_file_stands_in_the_manifest():
    files = {str(path.relative_to(VENDOR)) for path in VENDOR.rglob("*") if path.is_file()} - {"manifest.json"}
    assert files == {entry["file"] for entry in ENTRIES}


def test_every_package_brings_its_licence():
    for name in {entry["name"] for entry in ENTRIES}:
        files = [entry["file"] for entry in ENTRIES if entry["name"] == name]
        assert any(re.search("LICENSE|OFL", file) for file in files), name


def test_the_style_sheet_asks_for_the_face_by_its_content():
    face = next(entry for entry in ENTRIES if entry["file"].endswith("Vazirmatn-Variable.woff2"))
    assert f"{face['file'].split('/')[-1]}?v={face['sha256'][:12]}" in (ROOT / "static/css/fonts.css").read_text()


def test_htmx_is_the_version_the_pages_were_tried_with():
    script = (VENDOR / "htmx/htmx.min.js").read_text(encoding="utf-8")
    assert 'version="4.0.1"' in script
    assert "sourceMappingURL" not in script
