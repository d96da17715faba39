"""The rows of a printed petition: plain values holding strings as they stand on paper."""

from dataclasses import dataclass, field

SCREEN_ONLY = {"screen_only": True}  # for links on the preview page; no layout sees it


@dataclass(frozen=True, slots=True)
class LabelValue:
    label: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One person of boxes 1 and 2. Texts are empty where nothing was answered."""

    index: str
    name: str
    father_name: str
    age: str
    occupation: str
    identifier: str
    address: str
    contact: str
    note: str  # further printed answers: «شماره ثبت: …؛ نام مدیر: …»
    path: str = field(default="", metadata=SCREEN_ONLY)


@dataclass(frozen=True, slots=True)
class RepresentativeRow:
    """One person of box 3."""

    index: str
    role: str  # the title (سمت), always written expressly
    name: str
    identifier: str
    licence: str
    authority: str  # the document that proves the title
    address: str
    contact: str
    note: str
    path: str = field(default="", metadata=SCREEN_ONLY)


@dataclass(frozen=True, slots=True)
class ReliefRow:
    index: str
    title: str
    value: str  # in digits, or that the relief is non-financial
    value_words: str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    index: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class GridLine:
    """Three answers side by side, or one over the whole width."""

    is_wide: bool
    first: LabelValue
    second: LabelValue = LabelValue()
    third: LabelValue = LabelValue()


@dataclass(frozen=True, slots=True)
class Block:
    """The answers of one item («چک ۲»), or of a step's own fields (then without a caption)."""

    caption: str
    lines: tuple[GridLine, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The printed answers of one step or list."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """Three places to sign side by side; empty ones stay blank."""

    first: str
    second: str = ""
    third: str = ""
