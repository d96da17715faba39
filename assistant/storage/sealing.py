"""AES-256-GCM around every personal value: the key number in front, the row it belongs to as associated data."""

import json
import os
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from assistant.storage.errors import RecordDamaged

KEY_BYTES = 32
_NONCE_BYTES = 12
_PLAIN, _DEFLATED = 1, 2  # first byte: how the value was prepared before it was sealed
_COMPRESS_ABOVE = 1024
_HEADER_BYTES = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed value stands; moved anywhere else, it does not open."""

    table: str
    row_id: str
    column: str
    revision: int = 0

    def bound_to(self, header: bytes) -> bytes:
        place = [self.table, self.row_id, self.column, self.revision]
        return header + json.dumps(place, ensure_ascii=True).encode()


class Sealer:
    """Seals with the current key, opens with whichever key a value names."""

    def __init__(
        self, current: int, keys: Mapping[int, bytes], reload: Callable[[], Mapping[int, bytes]] | None = None
    ) -> None:
        self.current = current
        self._ciphers = {number: AESGCM(key) for number, key in keys.items()}
        self._reload = reload  # another process may have added a key since we read the file

    def seal(self, place: Place, plain: bytes) -> bytes:
        form = _PLAIN
        if len(plain) > _COMPRESS_ABOVE:
            form, plain = _DEFLATED, zlib.compress(plain, 1)
        header = bytes([form]) + self.current.to_bytes(4, "big")
        nonce = os.urandom(_NONCE_BYTES)
        return header + nonce + self._ciphers[self.current].encrypt(nonce, plain, place.bound_to(header))

    def open(self, place: Place, sealed: bytes) -> bytes:
        """The value as it was; raises RecordDamaged for anything that was not sealed here, at this place."""
        header, nonce = sealed[:_HEADER_BYTES], sealed[_HEADER_BYTES : _HEADER_BYTES + _NONCE_BYTES]
        cipher = self._cipher(int.from_bytes(header[1:], "big"))
        if cipher is None or len(nonce) < _NONCE_BYTES or header[0] not in (_PLAIN, _DEFLATED):
            raise RecordDamaged(place.table, place.row_id)
        try:
            plain = cipher.decrypt(nonce, sealed[_HEADER_BYTES + _NONCE_BYTES :], place.bound_to(header))
        except InvalidTag as broken:
            raise RecordDamaged(place.table, place.row_id) from broken
        return zlib.decompress(plain) if header[0] == _DEFLATED else plain

    def knows(self, number: int) -> bool:
        return self._cipher(number) is not None

    def _cipher(self, number: int) -> AESGCM | None:
        if number not in self._ciphers and self._reload is not None:
            for each, key in self._reload().items():
                self._ciphers.setdefault(each, AESGCM(key))
        return self._ciphers.get(number)
