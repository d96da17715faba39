"""Words one slip away from what was typed, found without trying letters that no word has in such a place."""

from collections.abc import Container, Iterable, Mapping

from assistant.text.spelling.edits import ALPHABET

_EDGE = "  "  # what stands before the first letter and after the last


class Neighbours:
    """``between`` holds, for each two letters before and one after, the letters that some word has in their midst."""

    def __init__(self, words: Iterable[str]) -> None:
        fours: set[str] = set()
        for word in words:
            edged = f"{_EDGE}{word}{_EDGE}"
            fours.update([edged[place : place + 4] for place in range(len(word))])
        found: dict[str, str] = {}
        for four in fours:
            if four[2] in ALPHABET:
                around = four[:2] + four[3]
                found[around] = found.get(around, "") + four[2]
        self._between: Mapping[str, str] = found

    def of(self, typed: str, words: Container[str]) -> set[str]:
        """Those of ``words`` that ``edits.one_slip_away`` makes of ``typed``."""
        edged = f"{_EDGE}{typed}{_EDGE}"
        between = self._between.get
        found = []
        for place in range(len(typed) + 1):
            before, after = typed[:place], typed[place:]
            two, rest = edged[place : place + 2], after[1:]
            found += [before + letter + after for letter in between(two + edged[place + 2], "")]
            if after:
                found.append(before + rest)
                found += [before + letter + rest for letter in between(two + edged[place + 3], "")]
            if rest:
                found.append(before + rest[0] + after[0] + rest[1:])
        return {text for text in found if text in words and text != typed}
