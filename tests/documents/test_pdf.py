import os
import sys
import time
from pathlib import Path

import pytest

from assistant.documents.pdf import PdfMaker, find_office
from assistant.documents.renderer import DocxRenderer
from assistant.services.filing_view import as_context
from tests.documents.layouts import FIRST_INSTANCE
from tests.documents.views import typical

posix_only = pytest.mark.skipif(os.name != "posix", reason="the stand-in for LibreOffice is a script")


@pytest.fixture
def stand_in(tmp_path):
    """A program in LibreOffice's place; ``body`` is Python with the command's arguments in ``args``."""

    def make(body: str) -> Path:
        program = tmp_path / "soffice"
        head = f"#!{sys.executable}\nimport sys, pathlib, time, subprocess\nargs = sys.argv[1:]\n"
        program.write_text(head + body, encoding="utf-8")
        program.chmod(0o755)
        return program

    return make


def test_without_libreoffice_there_is_no_pdf(tmp_path):
    assert PdfMaker(tmp_path / "missing").convert(b"x") is None


@posix_only
def test_a_document_is_converted_once_and_then_remembered(stand_in, tmp_path):
    log = tmp_path / "log"
    program = stand_in(
        f"open({str(log)!r}, 'a').write('x')\n"
        "pathlib.Path(args[-1]).with_suffix('.pdf').write_bytes(b'%PDF ' + pathlib.Path(args[-1]).read_bytes())\n"
    )
    maker = PdfMaker(program)
    assert maker.convert(b"one") == b"%PDF one"
    assert maker.convert(b"one") == b"%PDF one"
    assert maker.convert(b"two") == b"%PDF two"
    assert log.read_text() == "xx"


@posix_only
def test_a_conversion_has_a_profile_of_its_own_and_leaves_nothing_behind(stand_in, tmp_path):
    log = tmp_path / "log"
    program = stand_in(f"open({str(log)!r}, 'w').write('\\n'.join(args))\n")
    assert PdfMaker(program).convert(b"one") is None
    arguments = log.read_text().splitlines()
    profile = next(each for each in arguments if each.startswith("-env:UserInstallation=file://"))
    assert not Path(arguments[-1]).parent.exists()
    assert Path(arguments[-1]).parent.as_posix() in profile


@posix_only
def test_a_conversion_that_hangs_is_ended_with_its_children(stand_in, tmp_path):
    log = tmp_path / "log"
    child = f"import time; time.sleep(1.2); open({str(log)!r}, 'w').write('still here')"
    program = stand_in(f"subprocess.Popen([sys.executable, '-c', {child!r}])\ntime.sleep(60)\n")
    started = time.monotonic()
    assert PdfMaker(program, time_limit=0.6).convert(b"one") is None
    assert time.monotonic() - started < 5
    time.sleep(1.2)
    assert not log.exists()


@pytest.mark.office
@pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
def test_libreoffice_makes_a_pdf_with_the_embedded_faces():
    renderer = DocxRenderer()
    pdf = renderer.pdf(renderer.render(FIRST_INSTANCE, as_context(typical())))
    assert pdf is not None
    assert pdf.startswith(b"%PDF")
    for face in (b"Vazirmatn-Regular", b"Vazirmatn-Bold", b"Vazirmatn-FD-Regular"):
        assert face in pdf
