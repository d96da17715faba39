"""What only the people at the counter know of a letter about an outage; the names are those of its schema."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OfficePart:
    manager: str = ""
    city: str = ""
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class ClientPart:
    full_name: str = ""
    national_id: str = ""
    role: str = ""
    licence_or_poa: str = ""
    principal_name: str = ""
    identity_checked: bool = False
    arrived_at: str = ""
    queue_number: str = ""
    contact: str = ""
    consent_to_share: bool = False


@dataclass(frozen=True, slots=True)
class ServicePart:
    mode: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True)
class CasePart:
    case_number: str = ""
    archive_number: str = ""
    court_fa: str = ""
    decision_kind: str = ""
    decision_number: str = ""
    decision_date: str = ""
    service: ServicePart = field(default_factory=ServicePart)


@dataclass(frozen=True, slots=True)
class Particulars:
    addressee_name: str = ""
    office: OfficePart = field(default_factory=OfficePart)
    client: ClientPart = field(default_factory=ClientPart)
    case: CasePart = field(default_factory=CasePart)
    prepared_documents: tuple[str, ...] = ()
    fee_ready: bool = False
    client_signs: bool = False
    office_stamp: bool = False
    witnesses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What became of a letter: how it was sent, and the filing once the system worked again."""

    sent_by: str = ""
    sent_at: str = ""
    receipt_number: str = ""
    filed_on: str = ""
    tracking_code: str = ""
