"""Cases near an example: the same answers with one or two of them changed, to find where two conditions part.

The values tried come from the form (options, yes and no, nothing) and from the condition itself: its numbers, the
lengths of its periods, the other dates and amounts of the case, each also one less and one more.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product
from random import Random
from typing import Any

from assistant.checks.compiled_rule import CompiledRule
from assistant.domain.condition.nodes import Literal, Node
from assistant.domain.form import Field, Form
from assistant.domain.jalali import from_gregorian, to_gregorian
from assistant.domain.library import Library
from assistant.domain.paths import folded, parse_path
from assistant.domain.value_problem import ValueProblem

type Case = dict[str, Any]
"""An answers file: ``answers``, ``on``, and the lists of states when it is partial."""

_PAIRS = 500  # of two changes at once, tried for one example; every pair of answers gets its share
_BEFORE_THE_TABLES = 15 * 365
_LONGEST_ROLL = 14  # days a last day may move over holidays
_NUMBERS = ("rial_amount", "integer", "number", "decimal")
_NOTHING = object()
_ONE_MORE = object()


@dataclass(frozen=True, slots=True)
class _Edit:
    path: str
    value: Any


def neighbours(example: Case, compiled: CompiledRule, form: Form, library: Library, seed: int = 0) -> Iterator[Case]:
    """The example itself as a whole and as a partial file, then one change, then two. Always the same for a seed."""
    numbers = _numbers_of(compiled, library)
    known = [each.value for id in compiled.parameters for each in library.parameters[id].values]
    launches = [value for value in known if isinstance(value, date)]
    for base in _bases(example):
        edits = list(_edits(base, compiled, form, numbers, launches))
        for edit in edits:
            yield _edited(base, (edit,))
        for pair in _pairs(edits, Random(seed)):  # noqa: S311 - no secret
            yield _edited(base, pair)
    if compiled.periods:
        yield from (moved for days in range(1, 8) if (moved := _moved(example, form, days)) is not None)
        if (earlier := _moved(example, form, -_BEFORE_THE_TABLES)) is not None:
            yield earlier
            for edit in _edits(earlier, compiled, form, numbers, launches):
                yield _edited(earlier, (edit,))


def _pairs(edits: Sequence[_Edit], random: Random) -> Iterator[tuple[_Edit, _Edit]]:
    """Two changes at once. Answers with few values (yes and no) are not drowned by those with many (dates)."""
    by_path: dict[str, list[_Edit]] = {}
    for edit in edits:
        by_path.setdefault(edit.path, []).append(edit)
    ways = [list(product(by_path[one], by_path[other])) for one, other in combinations(by_path, 2)]
    left = _PAIRS
    for number, way in enumerate(sorted(ways, key=len)):
        share = left // (len(ways) - number)
        chosen = way if len(way) <= share else random.sample(way, share)
        left -= len(chosen)
        yield from chosen


def _bases(example: Case) -> Iterator[Case]:
    yield example
    if not {"open", "blank", "unknown"} & example.keys():
        yield {**example, "open": []}


def _moved(example: Case, form: Form, days: int) -> Case | None:
    """The same case on other days: an end moves onto a holiday, or into years that no table holds."""

    def day_later(day: Any) -> str:
        return from_gregorian(to_gregorian(str(day)) + timedelta(days=days))

    def moved(path: str, value: Any) -> Any:
        if isinstance(value, Mapping):
            return {key: moved(f"{path}.{key}" if path else key, each) for key, each in value.items()}
        if isinstance(value, list):
            return [moved(f"{path}[{index}]", each) for index, each in enumerate(value)]
        field = form.field_at(folded(path))
        return day_later(value) if field is not None and field.type == "jalali_date" else value

    try:
        return {**example, "on": day_later(example["on"]), "answers": moved("", example["answers"])}
    except (KeyError, ValueProblem):
        return None


def _edits(
    base: Case, compiled: CompiledRule, form: Form, numbers: Sequence[int], launches: Sequence[date]
) -> Iterator[_Edit]:
    fields = dict(form.fields())
    days, sums = _known_values(base, form)
    days = sorted({*days, *launches})
    for path in sorted(compiled.depends_on):
        name = path.removesuffix("[]")
        found = fields.get(name)
        if found is None:
            continue
        for place in _places(base["answers"], name):
            if found.type == "list":
                yield _Edit(place, _ONE_MORE)
                yield _Edit(place, _NOTHING)
            elif not found.is_container:
                yield from (_Edit(place, value) for value in _values(found, days, sums, numbers))
                yield _Edit(place, _NOTHING)


def _places(answers: Mapping[str, Any], path: str) -> list[str]:
    """The concrete places of a folded path: one for each item there is, the first item where there is none."""
    places = [""]
    for part in path.split("."):
        key = part.removesuffix("[]")
        places = [f"{place}.{key}" if place else key for place in places]
        if part.endswith("[]"):
            places = [f"{place}[{index}]" for place in places for index in range(max(1, _size(answers, place)))]
    return places


def _size(answers: Mapping[str, Any], place: str) -> int:
    found: Any = answers
    for part in parse_path(place):
        try:
            found = found[part]
        except (KeyError, IndexError, TypeError):
            return 0
    return len(found) if isinstance(found, list) else 0


def _values(field: Field, days: Sequence[date], sums: Sequence[int], numbers: Sequence[int]) -> Iterator[Any]:
    if field.type == "yes_no":
        yield from (True, False)
    elif field.type == "choice":
        yield from (option.value for option in field.options)
    elif field.type == "choices":
        yield from ([option.value] for option in field.options)
        yield [option.value for option in field.options]
    elif field.type == "jalali_date":
        yield from _days_near(days, numbers)
    elif field.type in _NUMBERS:
        yield from sorted({max(0, value + step) for value in (*sums, *numbers) for step in (-1, 0, 1)})
    elif field.type in ("text", "person_name", "city"):
        yield "نمونه‌ای دیگر"


def _days_near(days: Sequence[date], numbers: Sequence[int]) -> Iterator[str]:
    lengths = {0, *(each for each in numbers if each <= 400)}
    rolls = range(-1, _LONGEST_ROLL) if len(lengths) > 1 else range(-1, 2)
    offsets = {sign * (length + roll) for length in lengths for roll in rolls for sign in (1, -1)}
    for day in sorted({each + timedelta(days=offset) for each in days for offset in offsets}):
        try:
            yield from_gregorian(day)
        except ValueProblem:
            continue


def _known_values(base: Case, form: Form) -> tuple[list[date], list[int]]:
    """Every date and amount of the case, the filing date among them."""
    days, sums = set(), set()
    if base.get("on"):
        days.add(to_gregorian(str(base["on"])))
    for path, value in _leaves("", base["answers"]):
        found = form.field_at(path)
        if found is not None and found.type == "jalali_date" and isinstance(value, str):
            days.add(to_gregorian(value))
        elif found is not None and found.type in _NUMBERS and isinstance(value, int):
            sums.add(value)
    return sorted(days), sorted(sums)


def _leaves(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _leaves(f"{path}.{key}" if path else key, each)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _leaves(f"{path}[{index}]", each)
    else:
        yield folded(path), value


def _numbers_of(compiled: CompiledRule, library: Library) -> list[int]:
    """Literals of the condition, values of its parameters, and lengths of its periods in days."""
    values: list[object] = [node.value for node in _nodes(compiled.when.tree) if isinstance(node, Literal)]
    values += [each.value for id in compiled.parameters for each in library.parameters[id].values]
    values += [each.value * _DAYS[each.unit] for id in compiled.periods for each in library.periods[id].lengths]
    return sorted({value for value in values if isinstance(value, int) and not isinstance(value, bool)})


_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for name in node.__dataclass_fields__:
        value = getattr(node, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Node):
                yield from _nodes(each)


def _edited(base: Case, edits: Sequence[_Edit]) -> Case:
    case = deepcopy(base)
    for edit in edits:
        _apply(case, edit)
    return case


def _apply(case: Case, edit: _Edit) -> None:
    *way, last = parse_path(edit.path)
    holder: Any = case["answers"]
    for index, part in enumerate(way):
        following = way[index + 1] if index + 1 < len(way) else last
        holder = _member(holder, part, [] if isinstance(following, int) else {})
    if edit.value is _ONE_MORE:
        items = _member(holder, last, [])
        items.append(deepcopy(items[-1]) if items else {})
    elif edit.value is _NOTHING:
        if isinstance(holder, dict):
            holder.pop(last, None)
    else:
        holder[last] = edit.value


def _member(holder: Any, part: str | int, empty: Any) -> Any:
    if isinstance(part, int):
        while len(holder) <= part:
            holder.append({})
        return holder[part]
    return holder.setdefault(part, empty)
