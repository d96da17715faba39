"""Offices, the people who work in them, and the sessions they hold."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    CLERK = "clerk"
    OFFICE_MANAGER = "office_manager"
    EXPERT = "expert"
    APPROVER = "approver"
    SUPERVISOR = "supervisor"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Office:
    id: str
    name: str
    number: str  # the office's public number
    province: str  # province code


@dataclass(frozen=True, slots=True)
class User:
    id: str
    name: str  # login name, ASCII
    full_name: str
    role: Role
    office_id: str
    password_hash: str
    is_disabled: bool = False
    epoch: int = 0  # raised when disabled or the password changes: every older session is void


@dataclass(frozen=True, slots=True)
class Session:
    id_hash: str  # SHA-256 of the opaque cookie value
    user_id: str
    office_id: str
    user_epoch: int
    created: datetime  # UTC
    last_seen: datetime
    is_revoked: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is acting: what services ask rights of."""

    user_id: str
    name: str
    full_name: str
    role: Role
    office_id: str
