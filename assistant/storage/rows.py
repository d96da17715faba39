"""What the parts of a transaction share: the connection, the sealer, and the guard around writing."""

from typing import Any

from sqlalchemy import Connection, CursorResult, Executable

from assistant.storage.sealing import Sealer


class Rows:
    """One open database transaction."""

    def __init__(self, connection: Connection, sealer: Sealer, *, writes: bool) -> None:
        self._connection = connection
        self._sealer = sealer
        self._writes = writes

    def _write(self, statement: Executable, values: dict[str, Any] | None = None) -> CursorResult[Any]:
        self._require_writing()
        return self._connection.execute(statement, values)

    def _require_writing(self) -> None:
        if not self._writes:
            raise RuntimeError("a read transaction was asked to write; use begin()")
