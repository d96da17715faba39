"""Whether a role («خوانده آقای …») is given to a person of the other side."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from assistant.domain.text_case import NamedPerson, Side, TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.text.letters import folded, loose
from assistant.text.person_names import COMPANY_WORDS, TITLES, NameIndex, NameKey, NameWord, ReadNames
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token

OTHER_SIDE = "«{name}» در متن «{role}» خوانده شده و در پاسخ‌ها در شمار طرف دیگر است."
# Before the role: only these leave the name to it; «وکیل خواهان آقای …» names the lawyer.
_BEFORE = frozenset(map(loose, (
    "از", "به", "با", "بر", "علیه", "برعلیه", "که", "و", "توسط", "بین", "میان", "برای", "طرفیت", "بطرفیت", "بهطرفیت",
    "سوی", "جانب", "این", "چون", "زیرا", "لذا", "اینکه", "لیکن", "ولی", "اما", "نیز", "هم", "تا", "را", "است",
    "شد", "شده", "نزد",
)))  # fmt: skip
_BETWEEN = TITLES | frozenset((
    "،", ":", "(", "ردیف", "اول", "دوم", "سوم", "یعنی", "نام", "بنام", "بهنام", "«", "پرونده", "دعوا", "دعوی", "حاضر",
))  # fmt: skip
_AFTER_ROLE = frozenset((
    "پرونده", "دعوا", "دعوی", "حاضر", "ردیف", "محترم", "است", "میباشد", ".", "،", ")", "؛", "این",
))  # fmt: skip
_AGAINST = ("طرفیت", "بطرفیت", "بهطرفیت")  # who follows is the second side
_ENDS_NAME = frozenset(map(loose, (
    ".", "،", ")", "؛", ":", "(", "و", "در", "از", "به", "با", "که", "را", "است", "بدهکار", "محکوم", "طلبکار", "مبلغ",
    "بابت", "اقدام", "موظف", "متعهد", "تا", "نیز", "هم", "بر", "برای", "طی", "مورخ", "وجه", "حق",
)))  # fmt: skip
_FARTHEST = 9  # tokens between a role and the name it is given to
_FIRST = "first_instance"
_OPPOSITE = {Side.PLAINTIFF: Side.DEFENDANT, Side.DEFENDANT: Side.PLAINTIFF}


def role_of(word: str, case: TextCase) -> Side | None:
    """The side a role word in loose spelling names at this stage."""
    return _roles(case.role_first, case.role_second).get(word)


@lru_cache(maxsize=32)
def _roles(first: str, second: str) -> Mapping[str, Side]:
    """Singular and plural."""
    found: dict[str, Side] = {}
    for role, side in ((first, Side.PLAINTIFF), (second, Side.DEFENDANT)):
        plain = loose(folded(role))
        if plain:
            found |= {plain: side, f"{plain}ها": side, f"{plain}ان": side}
            if plain.endswith("ه"):
                found[f"{plain[:-1]}گان"] = side
    return found


def sides_swapped(part: Sentence, runs: Sequence[ReadNames], index: NameIndex, case: TextCase) -> Iterator[TextFinding]:
    for run in runs:
        for start, end, keys in (*run.whole, *_surnames_alone(run.words, index, part.tokens)):
            sides = {key.person.side for key in keys}
            first, last = run.words[start].first, run.words[end - 1].last
            if len(sides - {Side.OTHER}) != 1:  # the defendant may be the drawer of the cheque too
                continue
            side = next(iter(sides - {Side.OTHER}))
            begin = first
            while begin and keys[0].person.is_company and part.tokens[begin - 1].loose in COMPANY_WORDS:
                begin -= 1
            said = _role_before(part.tokens, begin, case) or _role_behind(part.tokens, last + 1, case)
            if said is not None and _OPPOSITE.get(said[0]) is side:
                yield _finding(part, first, last, keys[0], said, case)


def _surnames_alone(
    run: Sequence[NameWord], index: NameIndex, tokens: Sequence[Token]
) -> Iterator[tuple[int, int, tuple[NameKey, ...]]]:
    """«آقای …» with the surname of persons of one side only."""
    for place, word in enumerate(run):
        if not word.first or tokens[word.first - 1].loose not in TITLES:
            continue
        keys = tuple(
            key
            for key, offset in index.by_part.get(word.loose, ())
            if not key.person.is_company and len(key.parts) > 1 and offset == len(key.parts) - 1
        )
        after = tokens[word.last + 1].loose if word.last + 1 < len(tokens) else "."
        if keys and after in _ENDS_NAME:
            yield place, place + 1, keys


def _role_before(tokens: Sequence[Token], first: int, case: TextCase) -> tuple[Side, str] | None:
    for index in range(first - 1, max(-1, first - _FARTHEST), -1):
        word = tokens[index].loose
        if word in _AGAINST and case.stage == _FIRST:
            return Side.DEFENDANT, case.role_second
        found = _role_at(tokens, index, case)
        if found is not None:
            side, length = found
            place = index - length + 1
            earlier = tokens[place - 1].loose if place else ""
            is_free = not place or earlier in _BEFORE or not earlier[0].isalpha()
            role = " ".join(each.text for each in tokens[place : index + 1])
            return (side, role) if is_free else None
        is_in_name = word == "به" and tokens[index + 1].loose == "نام"
        if word not in _BETWEEN and not word.isdigit() and not is_in_name:
            return None
    return None


def _role_behind(tokens: Sequence[Token], after: int, case: TextCase) -> tuple[Side, str] | None:
    """«آقای … (خوانده)», «آقای … به عنوان خوانده», «آقای …، خوانده پرونده»."""
    words = [token.loose for token in tokens[after : after + 4]]
    if words[:1] == ["("] and words[2:3] == [")"]:
        place = after + 1
    elif words[:2] == ["به", "عنوان"]:
        place = after + 2
    elif words[:1] in (["بعنوان"], ["بهعنوان"]):
        place = after + 1
    else:
        place = after + (words[:1] == ["،"])
        following = tokens[place + 1].loose if place + 1 < len(tokens) else "."
        if following not in _AFTER_ROLE:
            return None
    side = role_of(tokens[place].loose, case) if place < len(tokens) else None
    return (side, tokens[place].text) if side is not None else None


def _role_at(tokens: Sequence[Token], index: int, case: TextCase) -> tuple[Side, int] | None:
    """The role that ends at a token and how many tokens it takes («تجدیدنظر خواه»)."""
    word = tokens[index].loose
    side = role_of(word, case)
    if side is not None:
        return side, 1
    if index:
        side = role_of(tokens[index - 1].loose + word, case)
    return (side, 2) if side is not None else None


def _finding(
    part: Sentence, first: int, last: int, key: NameKey, said: tuple[Side, str], case: TextCase
) -> TextFinding:
    start, end = part.tokens[first].start, part.tokens[last].end
    own = [each for each in case.persons if each.side is said[0]]
    return TextFinding(
        TextKind.NAME_MISMATCH,
        start,
        end,
        part.text[start:end],
        OTHER_SIDE.format(name=part.text[start:end], role=said[1]),
        TextLevel.MISMATCH,
        suggestions=tuple(_name(each) for each in own) if len(own) == 1 else (),
        points_at=(key.person.path,),
    )


def _name(person: NamedPerson) -> str:
    return person.name
