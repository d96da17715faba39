"""Admitting an expert's layout: everything about it is examined in a child process that cannot hurt the server."""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.documents.gate import MAX_PACKED
from assistant.documents.layout_problem import LayoutProblem
from assistant.documents.lint import FILING

TIME_LIMIT = 20  # seconds by the clock; the child limits its own processor time and memory
_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL")
_PACKAGE_ROOT = Path(__file__).resolve().parents[2]


def admit(layout: bytes, view: str = FILING, *, time_limit: float = TIME_LIMIT) -> tuple[LayoutProblem, ...]:
    """Every reason against the layout; empty means it may be printed with from now on, in process."""
    if len(layout) > MAX_PACKED:
        return (LayoutProblem("too_large", detail=f"{len(layout):,} > {MAX_PACKED:,}"),)
    stopped = (LayoutProblem("trial_stopped"),)
    with TemporaryDirectory(prefix="dadkhastyar-layout-") as folder:
        try:
            done = subprocess.run(  # noqa: S603
                [sys.executable, "-m", "assistant.documents.trial", view],
                input=layout,
                capture_output=True,
                timeout=time_limit,
                cwd=folder,
                env=_environment(),
                check=False,
            )
        except subprocess.TimeoutExpired:
            return stopped
    if done.returncode != 0:
        return stopped
    return tuple(LayoutProblem(**problem) for problem in json.loads(done.stdout))


def _environment() -> dict[str, str]:
    """Nothing of the server's settings: no keys, no database address."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    return {**kept, "PYTHONPATH": str(_PACKAGE_ROOT), "PYTHONUTF8": "1"}
