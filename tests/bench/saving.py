"""Saving one field over HTTP, whole: commit, encryption, audit, history and review. Eight clerks at once."""

import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import urlencode

from tests.bench.figures import Figure, percentile
from tests.bench.starting import PORT, _await_page

CLERKS = 8
PACED_SECONDS, PAUSE = 20.0, 0.6
CLOSED_SAVES = 60


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
        people = [_person(base, f"bench{number}") for number in range(CLERKS)]
        server = subprocess.Popen([*base, "serve", "--port", str(PORT)], stdout=subprocess.DEVNULL)
        try:
            _await_page()
            clerks = [_Clerk(name, password) for name, password in people]
            paced = _all(clerks, lambda clerk: clerk.paced())
            yield Figure(f"save, {CLERKS} clerks every {PAUSE} s: p50", f"{percentile(paced, 0.5):.1f} ms", "< 15 ms")
            yield Figure(f"save, {CLERKS} clerks every {PAUSE} s: p99", f"{percentile(paced, 0.99):.1f} ms", "< 60 ms")
            closed = _all(clerks, lambda clerk: clerk.closed_loop())
            yield Figure(f"save, closed loop of {CLERKS}: p50", f"{percentile(closed, 0.5):.1f} ms")
            yield Figure(f"save, closed loop of {CLERKS}: p99", f"{percentile(closed, 0.99):.1f} ms", "< 100 ms")
        finally:
            server.terminate()
            server.wait()


def _person(base: list[str], name: str) -> tuple[str, str]:
    made = subprocess.run(
        [*base, "user", "add", name, "--full-name", "کاربر سنجش", "--role", "clerk", "--json"],
        check=True,
        capture_output=True,
        text=True,
    )
    found = re.search(r'"password": "([^"]+)"', made.stdout)
    assert found is not None
    return name, found.group(1)


class _Clerk:
    """One signed-in browser with a draft of the cheque claim."""

    def __init__(self, name: str, password: str) -> None:
        self._connection = HTTPConnection("127.0.0.1", PORT, timeout=30)
        self._cookies: dict[str, str] = {}
        token = self._token(self._send("GET", "/login"))
        self._send("POST", "/login", {"csrf_token": token, "name": name, "password": password})
        token = self._token(self._send("GET", "/new"))
        self._send("POST", "/drafts", {"csrf_token": token, "template": "cheque-claim"})
        self._draft = self._location
        self._send("GET", self._draft)
        page = self._send("GET", self._location)
        self._form_token, self._revision = self._token(page), "0"
        self._count = 0

    def paced(self) -> list[float]:
        until, times = time.monotonic() + PACED_SECONDS, []
        while time.monotonic() < until:
            times.append(self._save())
            time.sleep(PAUSE)
        return times

    def closed_loop(self) -> list[float]:
        return [self._save() for _ in range(CLOSED_SAVES)]

    def _save(self) -> float:
        self._count += 1
        form = {
            "csrf_token": self._form_token,
            "revision": self._revision,
            "path": "claim_amount",
            "claim_amount": str(1_000_000 + self._count),
        }
        begun = time.perf_counter()
        page = self._send("POST", f"{self._draft}/field", form, {"HX-Request": "true"})
        spent = (time.perf_counter() - begun) * 1000
        found = re.search(r'name="revision"[^>]*value="(\d+)"', page)
        assert found is not None, page[:400]
        self._revision = found.group(1)
        return spent

    def _send(
        self, method: str, path: str, form: dict[str, str] | None = None, more: dict[str, str] | None = None
    ) -> str:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items()), **(more or {})}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, urlencode(form) if form else None, headers)
        response = self._connection.getresponse()
        body = response.read().decode()
        for cookie in response.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.split(";")[0].partition("=")
            self._cookies[name] = value
        self._location = response.headers.get("Location", path)
        assert response.status < 400, (method, path, response.status)
        return body

    def _token(self, page: str) -> str:
        found = re.search(r'name="csrf_token" value="([^"]+)"', page)
        assert found is not None, page[:400]
        return found.group(1)


def _all(clerks: list[_Clerk], act) -> list[float]:  # type: ignore[no-untyped-def]
    times: list[list[float]] = []
    threads = [threading.Thread(target=lambda clerk=clerk: times.append(act(clerk))) for clerk in clerks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [each for one in times for each in one]
