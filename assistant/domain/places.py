"""Provinces (a plain fact of the country, one code each) and places: a province and a town."""

import re
from collections.abc import Mapping

from assistant.domain.characters import folded
from assistant.domain.text_values import is_text, parse_text
from assistant.domain.value_problem import ValueProblem

PROVINCES: Mapping[str, str] = {
    "azarbaijan_east": "آذربایجان شرقی",
    "azarbaijan_west": "آذربایجان غربی",
    "ardabil": "اردبیل",
    "isfahan": "اصفهان",
    "alborz": "البرز",
    "ilam": "ایلام",
    "bushehr": "بوشهر",
    "tehran": "تهران",
    "chaharmahal": "چهارمحال و بختیاری",
    "khorasan_south": "خراسان جنوبی",
    "khorasan_razavi": "خراسان رضوی",
    "khorasan_north": "خراسان شمالی",
    "khuzestan": "خوزستان",
    "zanjan": "زنجان",
    "semnan": "سمنان",
    "sistan": "سیستان و بلوچستان",
    "fars": "فارس",
    "qazvin": "قزوین",
    "qom": "قم",
    "kurdistan": "کردستان",
    "kerman": "کرمان",
    "kermanshah": "کرمانشاه",
    "kohgiluyeh": "کهگیلویه و بویراحمد",
    "golestan": "گلستان",
    "gilan": "گیلان",
    "lorestan": "لرستان",
    "mazandaran": "مازندران",
    "markazi": "مرکزی",
    "hormozgan": "هرمزگان",
    "hamadan": "همدان",
    "yazd": "یزد",
}
_CODES = {folded(name).replace(" ", ""): code for code, name in PROVINCES.items()}


def parse_province(text: str) -> str:
    """The code of a province typed by name («استان» before it or not) or by code."""
    code = text.strip()
    if code in PROVINCES:
        return code
    name = folded(text).removeprefix("استان ").replace(" ", "")
    if name not in _CODES:
        raise ValueProblem("province_unknown", value=code[:60])
    return _CODES[name]


def is_province(stored: object) -> bool:
    return isinstance(stored, str) and stored in PROVINCES


def show_province(stored: str) -> str:
    return PROVINCES[stored]


def parse_place(text: str) -> dict[str, str]:
    """«اصفهان، کاشان» → ``{'province': 'isfahan', 'city': 'کاشان'}``."""
    parts = re.split("[،,/\n]", text, maxsplit=1)
    if len(parts) != 2:
        raise ValueProblem("place_form", value=text.strip()[:60])
    return place_from_parts({"province": parts[0], "city": parts[1]})


def place_from_parts(typed: Mapping[str, str]) -> dict[str, str]:
    """The same from a province and a town typed apart."""
    if not typed["province"].strip() or not typed["city"].strip():
        raise ValueProblem("place_form", value=" ".join(typed.values()).strip()[:60])
    return {"province": parse_province(typed["province"]), "city": parse_text(typed["city"])}


def is_place(stored: object) -> bool:
    return (
        isinstance(stored, dict)
        and set(stored) == {"province", "city"}
        and is_province(stored["province"])
        and is_text(stored["city"])
    )


def show_place(stored: Mapping[str, str]) -> str:
    """«استان اصفهان، کاشان»."""
    return f"استان {PROVINCES[stored['province']]}، {stored['city']}"


def edit_place(stored: Mapping[str, str]) -> str:
    return f"{PROVINCES[stored['province']]}، {stored['city']}"


def edit_place_parts(stored: Mapping[str, str]) -> dict[str, str]:
    """The province by its code, as a list of provinces sends it."""
    return dict(stored)
