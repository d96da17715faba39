"""What was found in a sentence, kept while the clerk types elsewhere. Texts are kept in memory only, and few."""

from collections import OrderedDict
from threading import Lock

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding


class SentenceCache:
    """The least recently read go first. A case is told apart by identity: it is made anew when an answer changes."""

    def __init__(self, size: int = 5_000) -> None:
        self._size = size
        self._kept: OrderedDict[tuple[str, int], tuple[TextCase, tuple[TextFinding, ...]]] = OrderedDict()
        self._lock = Lock()

    def get(self, text: str, case: TextCase) -> tuple[TextFinding, ...] | None:
        key = (text, id(case))
        with self._lock:
            kept = self._kept.get(key)
            if kept is None or kept[0] is not case:
                return None
            self._kept.move_to_end(key)
            return kept[1]

    def put(self, text: str, case: TextCase, found: tuple[TextFinding, ...]) -> None:
        with self._lock:
            self._kept[(text, id(case))] = (case, found)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
