"""What the places and values of a condition are called: labels of the form, never its keys."""

from collections.abc import Mapping
from typing import Any

from assistant.checks.answer_words import label_of
from assistant.checks.facts import NamedFact
from assistant.domain.characters import persian_digits
from assistant.domain.condition import ObjectType, place_text
from assistant.domain.condition.lists import Place
from assistant.domain.condition.nodes import Member, Name, Node
from assistant.domain.condition.notes import Checked
from assistant.domain.form import Form

TODAY = "تاریخ تنظیم"
_ITEM, _VALUE = "مورد", "مقدار ثبت‌شده"

#: Members that stand in no form: parts of composite answers and of what is derived from answers.
_MEMBERS: Mapping[str, str] = {
    "province": "استان",
    "city": "شهر یا روستا",
    "number": "شماره",
    "date": "تاریخ",
    "court": "دادگاه و شعبه",
    "main_plot": "پلاک اصلی",
    "sub_plot": "پلاک فرعی",
    "section": "بخش",
    "registration_district": "حوزه ثبتی",
    "parcel": "قطعه",
    "title": "عنوان خواسته",
    "kind": "نوع",
    "financial": "مالی یا غیرمالی بودن خواسته",
    "value_rial": "بهای خواسته",
    "claimed_by": "منشأ خواسته",
}


class PlaceNames:
    """Names for one template's places. ``path`` is concrete where the loop variables are bound, else ''.

    ``element`` is the path of the list element spoken of, whose own name need not be said again.
    """

    def __init__(self, form: Form, facts: Mapping[str, NamedFact], notes: Checked) -> None:
        self._form, self._facts, self._notes = form, facts, notes

    def of(self, node: Node, path: str = "", element: str = "") -> str:
        if isinstance(node, Name):
            scope = self._notes.scopes[node]
            if scope.kind == "today":
                return TODAY
            if scope.kind == "fact":
                return self._facts[node.id].title
        if isinstance(node, Member) and self._is_part(node):
            return f"{self.of(node.of, path, element)}، {_MEMBERS.get(node.key, _VALUE)}"
        if path and self._form.field_at(path) is not None:
            is_inside = bool(element) and path.startswith(f"{element}.")
            return label_of(path, self._form, below=len(element) if is_inside else 0)
        return self._without_place(node)

    def element(self, place: Place, value: Any, number: int) -> str:
        """One element of a list: «چک ۲», or the title of what was derived."""
        path = place_text(place)
        if path.endswith("]") and self._form.field_at(path) is not None:
            return label_of(path, self._form)
        title = value.get("title") if isinstance(value, Mapping) else None
        return title if isinstance(title, str) else persian_digits(f"{_ITEM} {number}")

    def item(self, node: Node) -> str:
        """What one element of a list is called."""
        for read in self._notes.item_bases.get(node, ()) or self._notes.bases.get(node, ()):
            field = self._form.field_at(read.path)
            if field is not None:
                return field.item_label or field.label
        return _ITEM

    def _is_part(self, node: Member) -> bool:
        of = self._notes.types.get(node.of)
        return isinstance(of, ObjectType) and of.is_value

    def _without_place(self, node: Node) -> str:
        """Below a loop variable not bound yet: only the labels inside its element."""
        for read in self._notes.bases.get(node, ()):
            path = read.path
            if path.endswith("[]"):
                field = self._form.field_at(path)
                if field is not None:
                    return field.item_label or field.label
            words = label_of(path, self._form, below=path.rfind("[]") + 2 if "[]" in path else 0)
            if words:
                return words
        return _MEMBERS.get(node.key, _VALUE) if isinstance(node, Member) else _ITEM
