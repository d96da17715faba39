"""Which answers decide whether a field is shown."""

from collections.abc import Iterable, Mapping

from assistant.domain.condition import Expression
from assistant.domain.form import Form
from assistant.domain.paths import child


def controllers_of(form: Form) -> dict[str, frozenset[str]]:
    """Conditional field → the folded paths its ``shown_when`` (or its step's) reads."""
    found: dict[str, frozenset[str]] = {}
    for step in form.steps:
        if step.shown_when is not None:
            for each in step.fields:
                found[each.key] = _read_from(step.shown_when, "")
    for path, each in form.fields():
        if each.shown_when is not None and not path.endswith("[]"):
            parent = path.rpartition(".")[0]
            found[path] = found.get(path, frozenset()) | _read_from(each.shown_when, parent)
    return found


def _read_from(condition: Expression, parent: str) -> frozenset[str]:
    paths = set()
    for read in condition.reads:
        path = child(parent, read.path.removeprefix("this.")) if read.head == "this" else read.path
        paths.add(path.removesuffix("[]"))
    return frozenset(paths)


def with_controllers(paths: Iterable[str], controllers: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The paths and, however far behind them, every answer that can show or hide what stands there.

    A field waiting for its controllers is open for their reasons, so a rule that reads it reads them too.
    """
    found: set[str] = set()
    waiting = list(paths)
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        segments = path.split(".")
        for length in range(len(segments)):
            level = ".".join(segments[: length + 1]).removesuffix("[]")
            waiting.extend(controllers.get(level, ()))
    return frozenset(found)
