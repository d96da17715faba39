"""The boxes of values made of several parts: one label and one input each."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.domain.court_decisions import KINDS
from assistant.domain.form import Option
from assistant.domain.places import PROVINCES


@dataclass(frozen=True, slots=True)
class Part:
    key: str
    label: str
    options: tuple[Option, ...] = ()
    is_code: bool = False  # digits, left to right


PROVINCE_OPTIONS = tuple(Option(code, name) for code, name in PROVINCES.items())  # in the order of the alphabet
_KINDS = tuple(Option(code, name) for code, name in KINDS.items())

COMPOSITES: Mapping[str, tuple[Part, ...]] = {
    "place": (Part("province", "استان", PROVINCE_OPTIONS), Part("city", "شهر یا روستا")),
    "court_decision": (
        Part("number", "شماره", is_code=True),
        Part("date", "تاریخ", is_code=True),
        Part("court", "دادگاه و شعبه"),
        Part("kind", "نوع رأی", _KINDS),
    ),
    "registered_plot": (
        Part("main_plot", "پلاک اصلی", is_code=True),
        Part("sub_plot", "پلاک فرعی", is_code=True),
        Part("section", "بخش"),
        Part("registration_district", "حوزه ثبتی"),
        Part("parcel", "قطعه"),
    ),
}
