"""Start to first page with the library loaded, and resident memory, of a real server process."""

import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure

PORT = 8765


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        base = [
            sys.executable,
            "-m",
            "assistant",
            "--data",
            f"{folder}/office",
            "--key-file",
            f"{folder}/keys/office.key",
        ]
        subprocess.run([*base, "demo"], check=True, stdout=subprocess.DEVNULL)
        for what in ("first start to first page", "second start to first page"):
            begun = time.perf_counter()
            server = subprocess.Popen([*base, "serve", "--port", str(PORT)], stdout=subprocess.DEVNULL)
            try:
                _await_page()
                yield Figure(what, f"{time.perf_counter() - begun:.2f} s", "< 3 s")
                memory = _resident_mb(server.pid)
            finally:
                server.terminate()
                server.wait()
        yield Figure("resident memory after the first page", f"{memory:.0f} MB", "< 200 MB")


def _await_page() -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/login", timeout=2).read()
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("the server did not answer within 12 s")


def _resident_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found.group(1)) / 1024 if found else 0.0
