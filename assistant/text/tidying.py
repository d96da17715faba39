"""Putting suggestions into a text: those that change no word, in rounds, until none is left."""

from collections.abc import Callable, Iterable, Sequence

from assistant.domain.text_finding import TextFinding
from assistant.domain.tidied import Change, Tidied

type Find = Callable[[str], Iterable[TextFinding]]

_ROUNDS = 6  # a letter recoded may show a half-space that is missing


def tidied(text: str, find: Find) -> Tidied:
    """The safe suggestions among what ``find`` says of the text as it stands in each round. Tidying the result
    again changes nothing."""
    result = Tidied(text)
    for _ in range(_ROUNDS):
        further = applied(result.text, (each for each in find(result.text) if each.safe))
        if further.text == result.text:
            break
        result = result.then(further)
    return result


def applied(text: str, findings: Iterable[TextFinding]) -> Tidied:
    """The first suggestion of each finding. Where two overlap, the wider one speaks; what no longer fits the text is
    left out."""
    chosen: list[TextFinding] = []
    for each in sorted(findings, key=lambda found: (found.start - found.end, found.start)):
        fits = bool(each.suggestions) and each.span == text[each.start : each.end]
        if fits and all(each.end <= other.start or other.end <= each.start for other in chosen):
            chosen.append(each)
    return _rewritten(text, sorted(chosen, key=lambda found: found.start))


def _rewritten(text: str, findings: Sequence[TextFinding]) -> Tidied:
    parts: list[str] = []
    changes: list[Change] = []
    end = length = 0
    for each in findings:
        kept = text[end : each.start]
        length += len(kept)
        changes.append(Change(each.start, each.span, length, each.suggestions[0]))
        parts += (kept, each.suggestions[0])
        length += len(each.suggestions[0])
        end = each.end
    return Tidied("".join((*parts, text[end:])), tuple(changes))
