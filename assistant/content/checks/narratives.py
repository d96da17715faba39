"""The skeletons of narrative and request, held against the form they print."""

from collections.abc import Iterator

from assistant.content.content import Content
from assistant.content.located import Place
from assistant.content.registry import Remark, content_check
from assistant.content.skeleton_lint import SkeletonProblem, lint_skeleton
from assistant.content.skeleton_names import names_of_form

_TITLES = {
    "narrative_syntax": "نحو متن نادرست است",
    "narrative_forbidden": "ساختی که در متن پذیرفته نیست",
    "narrative_unknown_name": "نام ناشناخته در متن",
    "narrative_unknown_filter": "پالایهٔ ناشناخته در متن",
    "narrative_unknown_option": "گزینهٔ ناشناخته در متن",
    "narrative_compares_label": "سنجش با برچسب گزینه",
    "narrative_prints_whole": "چاپ یک‌جای فهرست یا گروه",
    "narrative_prints_code": "چاپ نامی که تنها برای سنجش است",
    "narrative_loop": "گردش روی چیزی که فهرست نیست",
    "narrative_name_shadowed": "نام پوشیده در متن",
    "narrative_standing_text": "جمله‌ای که بر پاسخی استوار نیست",
}


def _problems(content: Content) -> tuple[tuple[str, SkeletonProblem], ...]:
    return tuple(_linted(content))


def _linted(content: Content) -> Iterator[tuple[str, SkeletonProblem]]:
    for id, built in content.forms.items():
        names = names_of_form(built.form)
        for name in ("narrative.j2", "request.j2"):
            path = f"templates/{id}/{name}"
            if path in content.sources.files:
                yield from ((path, each) for each in lint_skeleton(content.text(path), names))


def _register(code: str, title: str) -> None:
    def check(content: Content) -> Iterator[Remark]:
        for path, problem in content.once(_problems):
            if problem.code == code:
                yield Remark(Place(path, problem.line), problem.message, problem.nearest)

    content_check(code, title)(check)


for _code, _title in _TITLES.items():
    _register(_code, _title)


@content_check("narrative_encoding", "کدگذاری متن UTF-8 نیست")
def narrative_encoding(content: Content) -> Iterator[Remark]:
    for path, raw in content.sources.files.items():
        if path.endswith(".j2") and not _is_utf8(raw):
            yield Remark(Place(path, 1), "کدگذاری پرونده UTF-8 نیست")


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
