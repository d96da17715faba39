"""A process killed at any moment loses nothing it had acknowledged, and doubles nothing."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.storage import open_store
from tests.storage.samples import DRAFT, furnished

KILLS = 8
ROOT = Path(__file__).parents[2]
CLERK = """
import sys
from pathlib import Path
from assistant.storage import open_store
from tests.storage.samples import save_names
store = open_store(None, Path(sys.argv[1]), Path(sys.argv[2]), as_server=True)
print("open", flush=True)
for number in range(100_000):
    save_names(store, f"{sys.argv[3]}-{number}")
    print(f"{sys.argv[3]}-{number}", flush=True)
"""


def test_a_clerk_who_is_killed_while_saving_finds_every_acknowledged_answer(data_folder: Path, key_file: Path) -> None:
    store = open_store(None, data_folder, key_file)
    furnished(store)
    store.close()
    chance = random.Random(1405)
    acknowledged: list[str] = []
    for life in range(KILLS):
        acknowledged += _one_life(data_folder, key_file, life, chance.uniform(0.01, 0.15))
    store = open_store(None, data_folder, key_file)
    with store.read() as transaction:
        history = transaction.history(DRAFT.id)
        entries = transaction.audit_entries()
        draft = transaction.draft(DRAFT.id)
    kept = [each.after["plaintiffs[0].last_name"] for each in history]
    assert len(acknowledged) > KILLS
    assert set(acknowledged) <= set(kept)
    assert len(kept) == len(set(kept)) <= len(acknowledged) + KILLS
    assert draft is not None
    assert draft.revision == len(history) == len(entries)
    assert store.verify_audit().is_intact
    store.close()


@pytest.mark.postgres
def test_an_act_on_postgresql_is_whole_or_absent_when_its_process_is_killed(
    postgres_store: object, postgres_url: str, tmp_path: Path, key_file: Path
) -> None:
    furnished(postgres_store)  # type: ignore[arg-type]
    program = CLERK.replace("open_store(None, Path(sys.argv[1])", f"open_store({postgres_url!r}, Path(sys.argv[1])")
    acknowledged = _one_life(tmp_path, key_file, 1, 0.2, program)
    store = open_store(postgres_url, tmp_path, key_file)
    with store.read() as transaction:
        kept = [each.after["plaintiffs[0].last_name"] for each in transaction.history(DRAFT.id)]
        entries = transaction.audit_entries()
    store.close()
    assert acknowledged
    assert kept[: len(acknowledged)] == acknowledged
    assert len(entries) == len(kept)


def _one_life(folder: Path, key_file: Path, life: int, seconds: float, program: str = CLERK) -> list[str]:
    """What a clerk's process acknowledged before it was killed."""
    command = [sys.executable, "-c", program, str(folder), str(key_file), str(life)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        lines = process.stdout.read().splitlines(keepends=True)
    return [line.strip() for line in lines if line.endswith("\n")]
