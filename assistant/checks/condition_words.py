"""A condition in Persian words: labels of fields and options, titles of numbers of law, and words for functions."""

from collections.abc import Callable, Mapping

from assistant.checks.place_names import PlaceNames
from assistant.domain.condition import ChoiceType, ListType, Type
from assistant.domain.condition.nodes import (
    Arithmetic,
    Call,
    Comparison,
    Conditional,
    ListLiteral,
    Literal,
    Logic,
    Macro,
    Member,
    Name,
    Negative,
    Node,
    Not,
)
from assistant.domain.condition.notes import Checked
from assistant.domain.condition.types import BOOL, DATE, StringType
from assistant.domain.jalali import show_date, to_gregorian
from assistant.domain.library import Library
from assistant.domain.message import show

type Where = Callable[[Node], tuple[str, str]]
"""A place → its concrete path ('' while a loop variable on the way is unbound) and the element spoken of."""

_NUMBERS = {"<": "کمتر از", "<=": "حداکثر برابر با", ">": "بیشتر از", ">=": "حداقل برابر با"}
_DAYS = {"<": "{} پیش از {}", "<=": "{} نه دیرتر از {}", ">": "{} پس از {}", ">=": "{} نه زودتر از {}"}
_SIGNS = {"+": "به‌علاوهٔ", "-": "منهای", "*": "ضرب در", "/": "تقسیم بر"}
_LOGIC = {"&&": " و ", "||": " یا "}
_QUANTIFIERS = {
    "exists": "در دست‌کم یکی از {}: {}",
    "all": "در هر یک از {}: {}",
    "exists_one": "تنها در یکی از {}: {}",
}
_CALLS = {
    "answered": "{} پاسخ دارد",
    "blank": "{} خالی گذاشته شده است",
    "size": "شمار {}",
    "sum": "جمع {}",
    "days_between": "شمار روزها از {} تا {}",
    "age_on": "سن بر پایهٔ {} در {}",
    "add_days": "{} به‌علاوهٔ {}",
    "add_months": "{} به‌علاوهٔ {}",
    "add_years": "{} به‌علاوهٔ {}",
    "or_else": "{} (و در نبود آن {})",
    "same_person": "{} و {} یک شخص‌اند",
}
_OF_LISTS = {"answered": "{} دست‌کم یک مورد دارد", "blank": "{} موردی ندارد"}
_UNITS = {"add_days": "روز", "add_months": "ماه", "add_years": "سال"}
_NONE_OF = {
    "answered": "{} بی‌پاسخ است",
    "blank": "{} خالی گذاشته نشده است",
    "same_person": "{} و {} یک شخص نیستند",
}


class ConditionWords:
    """Words for one checked condition."""

    def __init__(self, names: PlaceNames, notes: Checked, library: Library) -> None:
        self.names, self._notes, self._library = names, notes, library
        self._makers: Mapping[type[Node], Callable[..., str]] = {
            Literal: self._literal,
            Name: self._place,
            Member: self._place,
            Not: self._not,
            Negative: lambda node, where: f"منفی {self.of(node.operand, where)}",
            Logic: self._logic,
            Comparison: self._comparison,
            Arithmetic: self._arithmetic,
            Conditional: self._conditional,
            ListLiteral: self._list,
            Call: self._call,
            Macro: self._macro,
        }

    def of(self, node: Node, where: Where) -> str:
        """A noun phrase for a value; a statement for a truth."""
        return self._makers[type(node)](node, where)

    def is_truth(self, node: Node) -> bool:
        return self._notes.types.get(node) == BOOL

    def statement(self, node: Node, where: Where) -> str:
        """As ``of``; a plain yes-or-no answer says that it is «بله»."""
        is_answer = isinstance(node, Name | Member) and self._notes.types.get(node) == BOOL
        return f"{self.of(node, where)}: بله" if is_answer else self.of(node, where)

    def _place(self, node: Name | Member, where: Where) -> str:
        return self.names.of(node, *where(node))

    def _literal(self, node: Literal, where: Where) -> str:
        return self._constant(node, self._notes.types[node])

    def _constant(self, node: Node, beside: Type) -> str:
        """A literal as the operand beside it would print it."""
        assert isinstance(node, Literal)
        if isinstance(beside, ListType):
            beside = beside.item
        words = show(beside, node.value)
        return f"«{words}»" if isinstance(beside, ChoiceType | StringType) else words

    def _operand(self, node: Node, other: Node, where: Where) -> str:
        if isinstance(node, Literal):
            beside = self._notes.types.get(other)
            return self._constant(node, beside if beside is not None else self._notes.types[node])
        if isinstance(node, ListLiteral):
            return " یا ".join(self._operand(each, other, where) for each in node.items)
        if isinstance(node, Conditional):
            then, otherwise = self._operand(node.then, other, where), self._operand(node.otherwise, other, where)
            return f"({then} اگر {self.statement(node.condition, where)}، وگرنه {otherwise})"
        words = self.of(node, where)
        return f"({words})" if isinstance(node, Logic | Comparison) else words

    def _not(self, node: Not, where: Where) -> str:
        inner = node.operand
        if isinstance(inner, Name | Member):
            return f"{self.of(inner, where)}: پاسخی جز «بله»"
        if isinstance(inner, Comparison) and inner.operator in ("==", "in"):
            return self._comparison(inner, where, is_denied=True)
        if isinstance(inner, Call) and inner.function in _NONE_OF and not self._is_list(inner.arguments[0]):
            return _NONE_OF[inner.function].format(*(self._quoted(each, where) for each in inner.arguments))
        if isinstance(inner, Macro) and inner.kind == "exists":
            return f"در هیچ‌یک از {self.of(inner.source, where)}: {self.statement(inner.body, where)}"
        return f"چنین نیست که ({self.statement(inner, where)})"

    def _logic(self, node: Logic, where: Where) -> str:
        words = (self.statement(each, where) for each in node.operands)
        return _LOGIC[node.operator].join(f"({text})" for text in words)

    def _comparison(self, node: Comparison, where: Where, *, is_denied: bool = False) -> str:
        one, other = node.left, node.right
        if isinstance(one, Literal) and node.operator in ("==", "!="):
            one, other = other, one
        left, right = self._operand(one, other, where), self._operand(other, one, where)
        if node.operator == "in":
            if isinstance(other, ListLiteral):
                return f"{left}: {'هیچ‌یک از ' if is_denied else ''}{right}"
            return f"{left} در شمار {right} {'نیست' if is_denied else 'است'}"
        if node.operator in ("==", "!="):
            is_same = (node.operator == "==") is not is_denied
            if isinstance(other, Literal):
                return f"{left}: {right}" if is_same else f"{left}: جز {right}"
            left, right = self._quoted(one, where), self._quoted(other, where)
            return f"{left} برابر با {right}" if is_same else f"{left} نابرابر با {right}"
        left, right = (text if isinstance(each, Literal) else self._quoted(each, where)
                       for each, text in ((one, left), (other, right)))  # fmt: skip
        if self._notes.types.get(one) == DATE:
            return _DAYS[node.operator].format(left, right)
        return f"{left} {_NUMBERS[node.operator]} {right}"

    def _quoted(self, node: Node, where: Where) -> str:
        """The name of a single answer stands out among function words."""
        words = self.of(node, where)
        if isinstance(node, Conditional):
            return f"({words})"
        return f"«{words}»" if isinstance(node, Name | Member) and not self._is_list(node) else words

    def _is_list(self, node: Node) -> bool:
        return isinstance(self._notes.types.get(node), ListType)

    def _arithmetic(self, node: Arithmetic, where: Where) -> str:
        left, right = self._quoted(node.left, where), self._quoted(node.right, where)
        if self._is_list(node):
            return f"{left} و {right}"
        inner = [f"({text})" if isinstance(each, Arithmetic | Conditional) else text
                 for text, each in ((left, node.left), (right, node.right))]  # fmt: skip
        return f"{inner[0]} {_SIGNS[node.operator]} {inner[1]}"

    def _conditional(self, node: Conditional, where: Where) -> str:
        condition = self.statement(node.condition, where)
        return f"اگر {condition}، {self.of(node.then, where)}، وگرنه {self.of(node.otherwise, where)}"

    def _list(self, node: ListLiteral, where: Where) -> str:
        return "، ".join(self.of(each, where) for each in node.items)

    def _call(self, node: Call, where: Where) -> str:
        first = node.arguments[0]
        if node.function == "parameter":
            title = self._library.parameters[_text(first)].title
            at = f" در {self._quoted(node.arguments[1], where)}" if len(node.arguments) > 1 else ""
            return f"«{title}»{at}"
        if node.function == "last_day":
            period = self._library.periods[_text(first)].title
            return f"پایان مهلت «{period}» از {self._quoted(node.arguments[1], where)}"
        if node.function == "jdate":
            return show_date(to_gregorian(_text(first)))
        words = (_OF_LISTS if self._is_list(first) else _CALLS).get(node.function) or _CALLS[node.function]
        if node.function == "or_else":
            return words.format(self._quoted(first, where), self._operand(node.arguments[1], first, where))
        unit = _UNITS.get(node.function)
        if unit and _ends_in_number(node.arguments[1]):
            return words.format(self._quoted(first, where), f"{self._quoted(node.arguments[1], where)} {unit}")
        return words.format(*(self._quoted(each, where) for each in node.arguments))

    def _macro(self, node: Macro, where: Where) -> str:
        source, body = self.of(node.source, where), self.statement(node.body, where)
        if node.kind == "map":
            item = self.of(node.body, where)
            return f"({item}) در {source}" if isinstance(node.body, Conditional) else f"{item} در {source}"
        if node.kind == "filter":
            return f"{source} (تنها آنچه در آن {body})"
        return _QUANTIFIERS[node.kind].format(source, body)


def _ends_in_number(node: Node) -> bool:
    return isinstance(node, Literal) or (isinstance(node, Arithmetic) and isinstance(node.right, Literal))


def _text(node: Node) -> str:
    assert isinstance(node, Literal)
    return str(node.value)


def where_not(node: Node) -> tuple[str, str]:
    """No loop variable is bound: the words of the condition by itself."""
    return "", ""
