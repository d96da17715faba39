"""Where a name stands: after a title, «فرزند», «شرکت», «خیابان», or by its ending. Names are never typing errors."""

from collections.abc import Sequence

from assistant.text.letters import ZWNJ
from assistant.text.spelling.endings import Trust
from assistant.text.spelling.vocabulary import Vocabulary
from assistant.text.tokens import Token, TokenKind

_LONGEST_NAME = 4  # words after a title: «آقای سید محمد رضا …»
_AFTER_LABEL = 3


class NamePlaces:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._names = vocabulary.words.names

    def of_names(self, tokens: Sequence[Token]) -> frozenset[int]:
        """Numbers of the tokens where an unfamiliar word is taken for a name."""
        found: set[int] = set()
        for number, token in enumerate(tokens):
            if token.kind is TokenKind.WORD:
                if token.folded in self._names.titles or token.folded in self._names.first_names:
                    found.update(self._person(tokens, number + 1))
                elif token.folded in self._names.labels:
                    found.update(self._label(tokens, number + 1))
        return frozenset(found)

    def ends_as_surname(self, word: str) -> bool:
        bare = word.replace(ZWNJ, "")
        endings = self._names.surname_endings
        return bare.endswith(endings) and any(bare.endswith(each) and len(bare) > len(each) + 1 for each in endings)

    def _person(self, tokens: Sequence[Token], begin: int) -> list[int]:
        """First names, then one surname of at most two words of which neither is common."""
        found: list[int] = []
        for number in range(begin, min(begin + _LONGEST_NAME, len(tokens))):
            token = tokens[number]
            if token.kind is not TokenKind.WORD:
                break
            found.append(number)
            if token.folded not in self._names.first_names and token.folded not in self._names.titles:
                break
        return found

    def _label(self, tokens: Sequence[Token], begin: int) -> list[int]:
        found: list[int] = []
        for number in range(begin, min(begin + _AFTER_LABEL, len(tokens))):
            token = tokens[number]
            if token.kind is TokenKind.WORD:
                if found and self._vocabulary.reading(token.folded).trust is Trust.LEGAL and number > begin:
                    break
                found.append(number)
            elif token.text not in '«("':
                break
        return found
