"""Where a verb form lacks its half-space: می and نمی apart or run together, and the copula after a participle."""

import re
from collections.abc import Container

from assistant.text.letters import ZWNJ
from assistant.text.verbs import verb_forms

MI = frozenset(("می", "نمی"))
COPULA = frozenset(("ام", "ای", "ایم", "اید", "اند"))
PREVERBS = frozenset(("بر", "در", "فرا", "فرو", "وا"))
_WITH_PREVERB = re.compile(f"^(بر|در|باز|فرا|فرو|وا)(ن?می){ZWNJ}?(.*)$")
_WITHOUT_ENDING = frozenset(("توان", "باید", "بایست", "بایستی"))  # «می‌توان گفت»


def takes_mi(word: str) -> bool:
    """Whether «می» before it makes a verb: باشد, نماید, شده, توانسته‌اند."""
    forms = verb_forms()
    if word in _WITHOUT_ENDING or f"می{ZWNJ}{word}" in forms:
        return True
    participle = word.partition(ZWNJ)[0]
    form = forms.get(participle)
    return form is not None and not form.finite and not form.negated


def ends_in_mi(word: str) -> bool:
    """«برمی» of «برمی گردد»."""
    found = _WITH_PREVERB.match(word)
    return found is not None and not found[3]


def with_mi_parted(word: str, exceptions: Container[str]) -> str | None:
    """«می‌باشد» of «میباشد», «برنمی‌گردد» of «برنمیگردد»; None for any other word."""
    if word in exceptions:
        return None
    for prefix in ("می", "نمی"):
        rest = word.removeprefix(prefix)
        if rest != word and not rest.startswith(ZWNJ) and _is_form(rest):
            return f"{prefix}{ZWNJ}{rest}"
    found = _WITH_PREVERB.match(word)
    if found and found[3] and ZWNJ not in word[: found.start(3)] and _is_form(found[3]):
        return f"{found[1]}{found[2]}{ZWNJ}{found[3]}"
    return None


def _is_form(rest: str) -> bool:
    return rest in _WITHOUT_ENDING or f"می{ZWNJ}{rest}" in verb_forms()


def is_participle(word: str) -> bool:
    """کرده, نشده; also those that are nouns in a petition: خوانده, داده."""
    if not word.endswith("ه") or len(word) < 3:
        return False
    form, past = verb_forms().get(word), verb_forms().get(word[:-1])
    return (form is not None and not form.finite) or (past is not None and past.finite)


def with_copula_parted(word: str) -> str | None:
    """«کرده‌اند» of «کردهاند»."""
    for ending in ("اند", "ایم", "اید", "ام"):
        participle = word.removesuffix(ending)
        if participle != word and ZWNJ not in participle[-2:] and is_participle(participle):
            return f"{participle}{ZWNJ}{ending}"
    return None
