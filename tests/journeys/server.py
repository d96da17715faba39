"""The whole office in a thread: real content, real SQLite, real server, a free port; can be closed and opened again."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Thread
from typing import Any

from waitress import create_server, wasyncore

from assistant.app import Office, Settings, build_office, build_web
from assistant.domain.answers_file import read_answers_file
from assistant.domain.draft import Draft
from assistant.domain.people import Actor
from assistant.services.demo import fill
from assistant.storage.key_file import create_key_file
from tests.fakes.clock import FixedClock

CLERK, MANAGER, EXPERT = "negar", "kaveh", "mina"


@dataclass
class OfficeServer:
    """``folder`` holds the data; the key file lies beside the data folder, never in it."""

    folder: Path
    clock: FixedClock = field(default_factory=FixedClock)
    port: int = 0
    passwords: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0  # seconds every save of a field takes longer, before it is done
    office: Office = field(init=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def settings(self) -> Settings:
        made = Settings.from_environment(data=self.folder / "data", key_file=self.folder / "keys" / "office.key")
        return replace(made, database_url=None)

    def prepare(self, *, with_demo: bool = True) -> None:
        """A new office with its people; with demo also three half-finished drafts of the clerk."""
        self.settings.data_folder.mkdir(parents=True)
        create_key_file(self.settings.key_file)
        office = build_office(self.settings, clock=self.clock)
        try:
            library = office.library if with_demo else replace(office.library, templates={})
            made = fill(office.services.people, office.services.drafting, library)
            self.passwords = {each.user.name: each.password for each in made}
        finally:
            office.store.close()

    def open(self) -> None:
        self.office = build_office(self.settings, as_server=True, clock=self.clock)
        application = build_web(self.office, self.settings)
        self._server: Any = create_server(
            self._delayed(application), host="127.0.0.1", port=self.port, threads=4, ident=None
        )
        self.port = self._server.effective_port
        self._thread = Thread(target=self._server.run, name="office", daemon=True)
        self._thread.start()

    def _delayed(self, application: Any) -> Any:
        def answer(environ: dict[str, Any], start_response: Any) -> Any:
            if environ["PATH_INFO"].endswith("/field"):
                time.sleep(self.delay)
            return application(environ, start_response)

        return answer

    def close(self) -> None:
        """The loop closes its own sockets, in its own thread, and ends."""
        sockets = self._server._map
        self._server.trigger.pull_trigger(lambda: wasyncore.close_all(sockets, ignore_all=True))
        self._thread.join(5)
        self._server.task_dispatcher.shutdown()
        self.office.store.close()

    def restart(self) -> None:
        self.close()
        self.open()

    def actor(self, name: str = CLERK) -> Actor:
        with self.office.store.read() as work:
            user = work.user_by_name(name)
        assert user is not None
        return Actor(user.id, user.name, user.full_name, user.role, user.office_id)

    def cookie(self, name: str = CLERK) -> str:
        """A session as the login page opens it, without the page."""
        return self.office.services.sign_in.login(name, self.passwords[name], "127.0.0.1").cookie

    def draft(self, template_id: str, *, name: str = CLERK) -> Draft:
        return self.office.services.drafting.start(self.actor(name), template_id)

    def filled_draft(self, template_id: str, example: str, *, steps: int = 100, name: str = CLERK) -> Draft:
        """A draft answered as one of the template's examples, its first ``steps`` steps left."""
        template = self.office.library.templates[template_id]
        found = next(each for each in template.examples if each.name == example)
        answers = read_answers_file(found.answers, template=template_id).answers
        kept = template.form.steps[:steps]
        keys = {each.key for step in kept for each in step.fields}
        draft = self.draft(template_id, name=name)
        values = {key: value for key, value in answers.values.items() if key in keys}
        return self.office.services.drafting.fill(self.actor(name), draft.id, values, [step.id for step in kept]).draft


@contextmanager
def running_office(folder: Path, *, with_demo: bool = True) -> Iterator[OfficeServer]:
    server = OfficeServer(folder)
    server.prepare(with_demo=with_demo)
    server.open()
    try:
        yield server
    finally:
        server.close()
