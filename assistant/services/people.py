"""People and offices: added, disabled, listed, given a new password. Used by the command line and the settings."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.domain.characters import folded, one_line
from assistant.domain.people import Actor, Office, Role, User
from assistant.ports import AuditEntry, Clock, Store, Transaction
from assistant.services.access import Act, NotFound, require
from assistant.services.passwords import Passwords

_NAME = re.compile("[a-z][a-z0-9._-]{1,31}")


class PeopleProblem(ValueError):
    """``code``: name_form, name_taken, full_name_empty, office_unknown."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class NewUser:
    user: User
    password: str  # shown once, never stored


class People:
    """``by`` is who does it; None is the command line on the server itself."""

    def __init__(self, store: Store, clock: Clock, passwords: Passwords) -> None:
        self._store, self._clock, self._passwords = store, clock, passwords

    def add_office(self, name: str, number: str, province: str, *, by: Actor | None = None) -> Office:
        self._require(by)
        office = Office(secrets.token_urlsafe(9), one_line(name), number.strip(), province)
        with self._store.begin() as work:
            work.add_office(office)
            self._audit(work, by, "office.added", office.id)
        return office

    def add(
        self,
        name: str,
        full_name: str,
        role: Role,
        office_id: str,
        *,
        password: str | None = None,
        by: Actor | None = None,
    ) -> NewUser:
        """A new person with a password made here, unless one is given. Raises PeopleProblem, WeakPassword."""
        self._require(by)
        login = folded(name)
        if not _NAME.fullmatch(login):
            raise PeopleProblem("name_form")
        if not one_line(full_name):
            raise PeopleProblem("full_name_empty")
        password = password or new_password()
        user = User(
            secrets.token_urlsafe(9), login, one_line(full_name), role, office_id, self._passwords.hash(password, login)
        )
        with self._store.begin() as work:
            if work.user_by_name(login) is not None:
                raise PeopleProblem("name_taken")
            if work.office(office_id) is None:
                raise PeopleProblem("office_unknown")
            work.add_user(user)
            self._audit(work, by, "user.added", user.id, role=role.value)
        return NewUser(user, password)

    def disable(self, name: str, *, by: Actor | None = None) -> User:
        """Ends the person's access with the next request: one transaction. Raises NotFound."""
        return self._change(name, by, "user.disabled", is_disabled=True)

    def enable(self, name: str, *, by: Actor | None = None) -> User:
        return self._change(name, by, "user.enabled", is_disabled=False)

    def set_password(self, name: str, password: str | None = None, *, by: Actor | None = None) -> NewUser:
        """A new password; every open session of the person ends."""
        password = password or new_password()
        user = self._change(
            name, by, "user.password_changed", password_hash=self._passwords.hash(password, folded(name))
        )
        return NewUser(user, password)

    def move(self, name: str, office_id: str, *, by: Actor | None = None) -> User:
        """To another office; nothing of the old one stays within reach."""
        with self._store.read() as work:
            if work.office(office_id) is None:
                raise PeopleProblem("office_unknown")
        return self._change(name, by, "user.moved", office_id=office_id)

    def users(self, *, by: Actor | None = None) -> Sequence[User]:
        self._require(by)
        with self._store.read() as work:
            return sorted(work.users(), key=lambda user: user.name)

    def offices(self, *, by: Actor | None = None) -> Sequence[Office]:
        self._require(by)
        with self._store.read() as work:
            return work.offices()

    def _change(self, name: str, by: Actor | None, act: str, **changes: object) -> User:
        self._require(by)
        with self._store.begin() as work:
            user = work.user_by_name(folded(name))
            if user is None:
                raise NotFound
            changed = replace(user, epoch=user.epoch + 1, **changes)  # type: ignore[arg-type]
            work.save_user(changed)
            work.revoke_sessions_of_user(user.id)
            self._audit(work, by, act, user.id)
        return changed

    def _require(self, by: Actor | None) -> None:
        if by is not None:
            require(by, Act.PEOPLE_MANAGE)

    def _audit(self, work: Transaction, by: Actor | None, act: str, object_id: str, **detail: object) -> None:
        user_id, office_id = (by.user_id, by.office_id) if by else ("", "")
        work.audit(AuditEntry(self._clock.now(), user_id, office_id, act, object_id, detail))


def new_password() -> str:
    """Four groups of four letters that are not mistaken for one another when read aloud or copied by hand."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(4))
