"""One report kept in the data folder, for its owner alone: written whole or not at all."""

import os
import tempfile
from pathlib import Path

MUTATION_REPORT = "mutation-report.json"


def keep_report(folder: Path, raw: bytes) -> Path:
    """Replaces the one kept before. Raises OSError."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=f".{MUTATION_REPORT}.")  # mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        return Path(name).replace(folder / MUTATION_REPORT)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def kept_report(folder: Path) -> bytes | None:
    """None where none can be read."""
    try:
        return (folder / MUTATION_REPORT).read_bytes()
    except OSError:
        return None
