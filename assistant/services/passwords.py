"""Passwords: argon2 hashes, a bound on how many are computed at once, and the rule for a new one."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 15, 200  # the password is the only factor
PARALLEL = 2  # one hash takes 64 MiB and about 0.2 s
PATIENCE = 10.0  # seconds to wait for a free place


class TooBusy(Exception):
    """Too many people are signing in at this moment."""


_ONLY_DIGITS = re.compile(r"[\d\s/.-]+")  # telephone numbers, dates, numbers of documents
_REPEATED = re.compile(r"(.{1,5}?)\1+.{0,4}", re.S)  # «aaaa…», «abcabc…»


class WeakPassword(ValueError):
    """Shorter or longer than a password may be, or easily guessed."""


class Passwords:
    def __init__(self, hasher: PasswordHasher | None = None, parallel: int = PARALLEL) -> None:
        self._hasher = hasher or PasswordHasher()
        self._places = BoundedSemaphore(parallel)
        self._decoy = self._hasher.hash("decoy")  # unknown users cost as much time as known ones

    def hash(self, password: str, name: str = "") -> str:
        """The hash of a new password of the person who signs in as ``name``. Raises WeakPassword, TooBusy."""
        password = _composed(password)
        if not SHORTEST <= len(password) <= LONGEST or _is_guessable(password, name):
            raise WeakPassword
        with self._place():
            return self._hasher.hash(password)

    def matches(self, password_hash: str | None, password: str) -> bool:
        """Whether it is the password; takes the same time for None. Raises TooBusy."""
        with self._place():
            try:
                right = self._hasher.verify(password_hash or self._decoy, _composed(password[:LONGEST]))
            except (VerificationError, InvalidHashError):
                return False
        return right and password_hash is not None and len(password) <= LONGEST

    @contextmanager
    def _place(self) -> Iterator[None]:
        if not self._places.acquire(timeout=PATIENCE):
            raise TooBusy
        try:
            yield
        finally:
            self._places.release()


def _composed(password: str) -> str:
    """One coding of each letter; nothing else is changed, the password counts as typed."""
    return unicodedata.normalize("NFC", password)


def _is_guessable(password: str, name: str) -> bool:
    if _ONLY_DIGITS.fullmatch(password) or _REPEATED.fullmatch(password):
        return True
    rest = password.casefold().replace(name.casefold(), "") if name else password
    return len(rest) < SHORTEST // 2
