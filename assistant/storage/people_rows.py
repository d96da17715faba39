"""Offices, users, their sessions, and failed logins."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, func, insert, select, update

from assistant.domain.people import Office, Session, User
from assistant.ports import ConstraintBroken
from assistant.storage import records, schema
from assistant.storage.rows import Rows

ATTEMPTS_KEPT = timedelta(days=7)

_person, _session, _attempt = schema.person, schema.session, schema.attempt
_LIVE_SESSION = (
    select(_session, *(column.label(f"person_{column.name}") for column in _person.c))
    .join(_person, _person.c.id == _session.c.user_id)
    .where(
        _session.c.id_hash == bindparam("cookie_hash"),
        _session.c.is_revoked.is_(False),
        _person.c.is_disabled.is_(False),
        _person.c.epoch == _session.c.user_epoch,
    )
)
_TOUCH = (
    update(_session)
    .where(_session.c.id_hash == bindparam("cookie_hash"), _session.c.is_revoked.is_(False))
    .where(_session.c.last_seen < bindparam("at"))
    .values(last_seen=bindparam("at"))
)


def with_raised_epoch(user: User, stored: User) -> User:
    """Disabling a user or changing the password raises the epoch, even if the caller forgot: old sessions end."""
    ends_sessions = (user.is_disabled and not stored.is_disabled) or user.password_hash != stored.password_hash
    return replace(user, epoch=max(user.epoch, stored.epoch + 1 if ends_sessions else stored.epoch))


class PeopleRows(Rows):
    def add_office(self, office: Office) -> None:
        values = {"id": office.id, "name": office.name, "number": office.number, "province": office.province}
        self._write(insert(schema.office), values)

    def office(self, office_id: str) -> Office | None:
        row = self._connection.execute(select(schema.office).where(schema.office.c.id == office_id)).one_or_none()
        return None if row is None else records.office_from_row(row)

    def offices(self) -> Sequence[Office]:
        rows = self._connection.execute(select(schema.office).order_by(schema.office.c.id))
        return [records.office_from_row(row) for row in rows]

    def add_user(self, user: User) -> None:
        self._write(insert(_person), records.user_row(user))

    def save_user(self, user: User) -> None:
        self._require_writing()
        row = self._connection.execute(select(_person).where(_person.c.id == user.id).with_for_update()).one_or_none()
        if row is None:
            raise ConstraintBroken(user.id)
        values = records.user_row(with_raised_epoch(user, records.user_from_row(row)))
        self._write(update(_person).where(_person.c.id == user.id).values(values))

    def user(self, user_id: str) -> User | None:
        row = self._connection.execute(select(_person).where(_person.c.id == user_id)).one_or_none()
        return None if row is None else records.user_from_row(row)

    def user_by_name(self, name: str) -> User | None:
        row = self._connection.execute(select(_person).where(_person.c.name == name)).one_or_none()
        return None if row is None else records.user_from_row(row)

    def users(self) -> Sequence[User]:
        rows = self._connection.execute(select(_person).order_by(_person.c.id))
        return [records.user_from_row(row) for row in rows]


class SessionRows(Rows):
    def add_session(self, session: Session) -> None:
        self._write(insert(_session), records.session_row(session))

    def session_with_user(self, id_hash: str) -> tuple[Session, User] | None:
        """None also for a session that was revoked, or whose user was disabled or has a newer epoch."""
        row = self._connection.execute(_LIVE_SESSION, {"cookie_hash": id_hash}).one_or_none()
        return None if row is None else (records.session_from_row(row), records.user_from_row(row, "person_"))

    def touch_session(self, id_hash: str, at: datetime) -> None:
        self._write(_TOUCH, {"cookie_hash": id_hash, "at": at})

    def revoke_session(self, id_hash: str) -> None:
        self._write(update(_session).where(_session.c.id_hash == id_hash).values(is_revoked=True))

    def revoke_sessions_of_user(self, user_id: str) -> None:
        self._write(update(_session).where(_session.c.user_id == user_id).values(is_revoked=True))

    def record_attempt(self, key: str, at: datetime) -> None:
        self._write(delete(_attempt).where(_attempt.c.at < at - ATTEMPTS_KEPT))
        self._write(insert(_attempt), {"key": key, "at": at})

    def attempts_since(self, key: str, since: datetime) -> int:
        statement = select(func.count()).where(_attempt.c.key == key, _attempt.c.at >= since)
        return self._connection.execute(statement).scalar_one()

    def clear_attempts(self, key: str) -> None:
        self._write(delete(_attempt).where(_attempt.c.key == key))
