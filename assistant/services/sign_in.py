"""Signing in and the session that follows: opaque, revocable, one per person, idle 30 minutes, at most 10 hours."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.domain.characters import folded
from assistant.domain.people import Actor, Session, User
from assistant.ports import AuditEntry, Clock, StorageUnavailable, Store, Transaction
from assistant.services.passwords import Passwords

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=10)
TOUCH_EVERY = timedelta(seconds=60)  # a session's last_seen is not written at every request
CLOCK_SLACK = timedelta(minutes=5)  # a session from further in the future is void: the clock was set back

WINDOW = timedelta(minutes=5)
TRIES_PER_USER = 10
TRIES_PER_ADDRESS = 20
FREE_TRIES = 3  # after these each try waits, twice as long as the one before
LONGEST_WAIT = timedelta(seconds=60)


class SignInRefused(Exception):
    """Wrong name, wrong password, disabled or too many tries: never said which."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    cookie: str  # the opaque value; only its hash is stored
    actor: Actor


class SignIn:
    def __init__(self, store: Store, clock: Clock, passwords: Passwords) -> None:
        self._store, self._clock, self._passwords = store, clock, passwords

    def login(self, name: str, password: str, address: str) -> SignedIn:
        """Opens a session and ends the earlier ones of this person. Raises SignInRefused, TooBusy."""
        keys = (_key("user", folded(name)), _key("address", address))
        if not self._may_try(keys):
            raise SignInRefused
        with self._store.read() as work:
            user = work.user_by_name(folded(name))
        is_right = self._passwords.matches(user.password_hash if user else None, password)
        if user is None or user.is_disabled or not is_right:
            self._note("login.refused", user)
            raise SignInRefused
        return self._open(user, keys)

    def authenticate(self, cookie: str) -> Actor | None:
        """Who holds this session now; one indexed read, and a write at most once a minute."""
        if not cookie:
            return None
        now = self._clock.now()
        with self._store.read() as work:
            found = work.session_with_user(hash_of(cookie))
        if found is None or not _is_alive(*found, now):
            return None
        session, user = found
        if now - session.last_seen >= TOUCH_EVERY:
            self._touch(session, now)
        return _actor(user)

    def logout(self, cookie: str) -> None:
        """Ends the session; nothing happens when there is none."""
        id_hash = hash_of(cookie)
        with self._store.begin() as work:
            found = work.session_with_user(id_hash)
            if found is None or found[0].is_revoked:
                return
            work.revoke_session(id_hash)
            self._audit(work, "logout", found[1])

    def _touch(self, session: Session, now: datetime) -> None:
        try:
            with self._store.begin() as work:
                work.touch_session(session.id_hash, now)
        except StorageUnavailable:
            return  # a full disk must not keep anybody from reading what is there

    def _may_try(self, keys: tuple[str, str]) -> bool:
        """Counts the try before the password is looked at, so that parallel tries cannot slip through."""
        now = self._clock.now()
        with self._store.begin() as work:
            by_user, by_address = (work.attempts_since(key, now - WINDOW) for key in keys)
            if by_user >= TRIES_PER_USER or by_address >= TRIES_PER_ADDRESS:
                return False
            if by_user >= FREE_TRIES and work.attempts_since(keys[0], now - _wait_after(by_user)):
                return False
            for key in keys:
                work.record_attempt(key, now)
        return True

    def _open(self, user: User, keys: tuple[str, str]) -> SignedIn:
        now = self._clock.now()
        cookie = secrets.token_urlsafe(32)
        with self._store.begin() as work:
            current = work.user(user.id)
            if current is None or current.is_disabled or current.epoch != user.epoch:
                raise SignInRefused
            for key in keys:
                work.clear_attempts(key)
            work.revoke_sessions_of_user(user.id)
            work.add_session(Session(hash_of(cookie), user.id, user.office_id, user.epoch, created=now, last_seen=now))
            self._audit(work, "login", user)
        return SignedIn(cookie, _actor(user))

    def _note(self, act: str, user: User | None) -> None:
        with self._store.begin() as work:
            self._audit(work, act, user)

    def _audit(self, work: Transaction, act: str, user: User | None) -> None:
        """What was typed as a name never stands in the log: it may be a password typed into the wrong box."""
        user_id, office_id = (user.id, user.office_id) if user else ("", "")
        work.audit(AuditEntry(self._clock.now(), user_id, office_id, act, user_id))


def hash_of(cookie: str) -> str:
    return hashlib.sha256(cookie.encode()).hexdigest()


def _key(kind: str, value: str) -> str:
    return hashlib.sha256(f"{kind}:{value}".encode()).hexdigest()


def _wait_after(tries: int) -> timedelta:
    return min(timedelta(seconds=2.0 ** (tries - FREE_TRIES)), LONGEST_WAIT)


def _is_alive(session: Session, user: User, now: datetime) -> bool:
    if session.is_revoked or user.is_disabled:
        return False
    if session.user_epoch != user.epoch or session.office_id != user.office_id:
        return False
    if now < session.last_seen - CLOCK_SLACK:
        return False
    return now - session.last_seen < IDLE and now - session.created < ABSOLUTE


def _actor(user: User) -> Actor:
    return Actor(user.id, user.name, user.full_name, user.role, user.office_id)
