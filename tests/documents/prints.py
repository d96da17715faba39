"""``make prints``: every worked case as DOCX, PDF and PNG in build/prints/, with a page that shows them all."""

import html
import shutil
import subprocess
from pathlib import Path

from assistant.app import Settings, load_library, petition_desk
from assistant.documents.renderer import DocxRenderer
from assistant.domain.answers_file import read_answers_file
from tests import ROOT

FOLDER = ROOT / "build/prints"


def main() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    settings = Settings.from_environment()
    library, _ = load_library(settings)
    desk, renderer = petition_desk(library, settings, with_renderer=True), DocxRenderer()
    pages: list[tuple[str, list[Path]]] = []
    for template in library.templates.values():
        for case in template.examples:
            file = read_answers_file(case.answers)
            for kind, document in (("petition", desk.petition(file)), ("sheet", desk.sheet(file))):
                name = f"{template.id}-{case.name}-{kind}"
                pages.append((name, _drawn(name, document.content, renderer)))
                print(name, len(pages[-1][1]), "pages", flush=True)
    _index(pages)
    print(FOLDER / "index.html")


def _drawn(name: str, document: bytes, renderer: DocxRenderer) -> list[Path]:
    (FOLDER / f"{name}.docx").write_bytes(document)
    pdf = renderer.pdf(document)
    if pdf is None:
        raise SystemExit("LibreOffice was not found: apt-get install libreoffice-writer")
    (FOLDER / f"{name}.pdf").write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", "70", "-png", FOLDER / f"{name}.pdf", FOLDER / name], check=True)
    return sorted(FOLDER.glob(f"{name}-*.png"))


def _index(pages: list[tuple[str, list[Path]]]) -> None:
    parts = ["<!doctype html><meta charset=utf-8><title>prints</title><body style='background:#888'>"]
    for name, images in pages:
        parts.append(f"<h2>{html.escape(name)}</h2>")
        parts += [f"<img src='{image.name}' style='margin:6px'>" for image in images]
    (FOLDER / "index.html").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
