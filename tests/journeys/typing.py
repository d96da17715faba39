"""Enters answers through the inputs of the pages, as a clerk does, with and without scripts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page

from assistant.domain.form import Field, Step
from assistant.domain.paths import child, item
from assistant.domain.value_types import edit_field


@dataclass(frozen=True)
class Keystroke:
    """One thing done on a step: an item added to the list ``path``, or ``raw`` entered at ``path``."""

    path: str
    raw: Any = None
    adds: bool = False


def keystrokes(step: Step, answers: Mapping[str, Any]) -> Iterator[Keystroke]:
    """What is done on ``step`` to give these answers, in the order of the page."""
    yield from _of(step.fields, answers, "")


def _of(fields: tuple[Field, ...], answers: Mapping[str, Any], parent: str) -> Iterator[Keystroke]:
    for each in fields:
        path, value = child(parent, each.key), answers.get(each.key)
        if each.type == "list":
            for index, inner in enumerate(value or ()):
                yield Keystroke(path, adds=True)
                yield from _of(each.fields, inner, item(path, index))
        elif each.type == "group":
            yield from _of(each.fields, value or {}, path)
        elif value is not None:
            yield Keystroke(path, edit_field(each, value))


def named(page: Page, path: str) -> Locator:
    return page.locator(f'#step [name="{path}"]')


@dataclass
class Typist:
    """``has_scripts`` False: every choice that opens further questions is followed by a save."""

    page: Page
    has_scripts: bool

    def give(self, stroke: Keystroke) -> None:
        if stroke.adds:
            self.page.locator(f'button[value="add:{stroke.path}"]').click()
        elif isinstance(stroke.raw, dict):
            for part, text in stroke.raw.items():
                self.enter(f"{stroke.path}@part.{part}", text)
        elif isinstance(stroke.raw, list):
            for value in stroke.raw:
                self._found(stroke.path).locator(f'xpath=self::*[@value="{value}"]').check()
        else:
            self.enter(stroke.path, stroke.raw)

    def enter(self, path: str, text: str) -> None:
        found = self._found(path)
        kind = found.first.evaluate("each => each.type || each.tagName")
        self._unfold(found.first)
        if kind == "radio":
            self.page.locator(f'[name="{path}"][value="{text}"]').check()
        elif kind == "select-one":
            found.select_option(text)
        else:
            found.fill(text)

    def save(self) -> None:
        """The plain save of a page without scripts."""
        self.page.locator("button.save-only").click()

    def next(self) -> None:
        self.page.get_by_role("button", name="ذخیره و گام بعد").click()

    def _found(self, path: str) -> Locator:
        found = named(self.page, path)
        if self.has_scripts:
            found.first.wait_for(state="attached")
        elif found.count() == 0:
            self.save()
            found.first.wait_for(state="attached")
        return found

    def _unfold(self, control: Locator) -> None:
        """A card or fold around the control is opened first."""
        for fold in control.locator("xpath=ancestor::details[not(@open)]").all():
            fold.locator("summary").first.click()


def resting(page: Page) -> None:
    """Waits until everything typed has been saved."""
    page.wait_for_function("() => !document.querySelector('.htmx-request')")
    page.wait_for_timeout(700)
    page.wait_for_function("() => !document.querySelector('.htmx-request')")
