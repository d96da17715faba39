"""Finding the words of a list in a sentence: any spacing of their parts, with the endings the list allows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.word_list import ListedWord, WordGroup, WordList
from assistant.text.letters import ZWNJ, folded, loose
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token

_LONGEST = 4  # words of one entry


@dataclass(frozen=True, slots=True)
class ListedHere:
    first: Token
    last: Token
    listed: ListedWord
    group: WordGroup

    @property
    def start(self) -> int:
        return self.first.start

    @property
    def end(self) -> int:
        return self.last.end


class ListedWords:
    """With ``exactly`` the spelling of hamza and madd counts: «آینه» is not the colloquial «اینه»."""

    def __init__(self, lists: Iterable[WordList], endings: Sequence[str] = ("",), *, exactly: bool = False) -> None:
        self._exactly = exactly
        self._known: dict[str, list[tuple[ListedWord, WordGroup]]] = {}
        self._begun: set[str] = set()
        self._unless: dict[str, frozenset[str]] = {}  # title of a group → loose words
        for group in (group for each in lists for group in each.groups):
            self._unless[group.title] = frozenset(loose(folded(word)) for word in group.unless)
            for listed in group.words:
                self._add(listed, group, endings)

    def _add(self, listed: ListedWord, group: WordGroup, endings: Sequence[str]) -> None:
        spelled = folded(listed.word).replace(ZWNJ, " ").split(" ")
        pieces = spelled if self._exactly else [loose(piece) for piece in spelled]
        for ending in endings:
            self._known.setdefault("".join(pieces) + ending, []).append((listed, group))
        self._begun.update("".join(pieces[:count]) for count in range(1, len(pieces)))

    def found(self, sentence: Sentence, stage: str) -> Iterator[ListedHere]:
        """The longest entry at each place, of the groups that speak in this stage and sentence."""
        words = sentence.words
        place = 0
        while place < len(words):
            letters = self._letters(words[place])
            if letters not in self._known and letters not in self._begun:
                place += 1
                continue
            here, count = self._at(sentence, place, stage)
            if here is not None:
                yield here
            place += count

    def _letters(self, word: Token) -> str:
        return word.folded.replace(ZWNJ, "") if self._exactly else word.loose

    def _at(self, sentence: Sentence, place: int, stage: str) -> tuple[ListedHere | None, int]:
        words = sentence.words
        found, length, letters = None, 1, ""
        for count in range(1, min(_LONGEST, len(words) - place) + 1):
            last = words[place + count - 1]
            if count > 1 and sentence.text[words[place + count - 2].end : last.start].strip(" \u200c\u00ad"):
                break
            letters += self._letters(last)
            for listed, group in self._known.get(letters, ()):
                if group.holds_in(stage) and not self._is_silent(group, sentence):
                    found, length = ListedHere(words[place], last, listed, group), count
                    break
            if letters not in self._begun:
                break
        return found, length

    def _is_silent(self, group: WordGroup, sentence: Sentence) -> bool:
        unless = self._unless[group.title]
        return bool(unless) and any(word.loose in unless for word in sentence.words)
