"""Figures of half-spaces over the rooms' own sentences: ``python -m tests.text.measure_half_spaces [--misses]``.

Every half-space of up to two words a sentence becomes a blank, then nothing; and what is said of the sentences as they
are is counted as false. Participles («ثبت‌شده») are counted apart: parted, they are finite verbs too, so nothing is
said of them on purpose.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from assistant.app import Settings
from assistant.content.sources import read_sources
from assistant.content.word_counts import lazy_words
from assistant.content.yaml_reader import YamlError, read_yaml
from assistant.domain.text_finding import TextFinding, TextKind
from assistant.text.checker import TextChecker
from assistant.text.known_words import TrustedWords
from assistant.text.letters import ZWNJ
from assistant.text.style import TEXT_CHECKS, style_checks
from assistant.text.verbs import hazm_file
from tests import ROOT
from tests.text.real_checker import real_library

_WORD = re.compile(f"[آ-یءأؤئً{ZWNJ}]+")
_CODE = re.compile("[a-z{}<>=]")
_PARTICIPLE = re.compile("شده|نشده|شدن")
_LEFT_OUT = ("rules/lexicon/", "rules/wording/", "rules/cues/", "rules/confusions/")


def sentences_of_rooms() -> list[str]:
    found: set[str] = set()
    for path, raw in read_sources(ROOT).files.items():
        if path.endswith(".yaml") and not path.startswith(_LEFT_OUT):
            try:
                found.update(_texts(read_yaml(raw).value))
            except YamlError:
                continue
    return sorted(found)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str) and len(value.split()) > 5 and not _CODE.search(value):
        yield value
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def checker() -> TextChecker:
    library, settings = real_library(), Settings.from_environment()
    words = cache(lazy_words(settings.content_folder, settings.artefact_folder, lambda: hazm_file("words.dat")))
    return TextChecker(style_checks(library.word_lists, TrustedWords(words), library.legal_terms), TEXT_CHECKS)


def main(arguments: list[str]) -> None:
    chance, check, texts = random.Random(5), checker(), sentences_of_rooms()
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    misses: Counter[str] = Counter()
    false: Counter[str] = Counter()

    def told(text: str) -> list[TextFinding]:
        return [each for each in check.check(text).findings if each.kind is TextKind.HALF_SPACE]

    for text in texts:
        false.update(each.span for each in told(text))
        joined = [match for match in _WORD.finditer(text) if ZWNJ in match.group().strip(ZWNJ)]
        for match in chance.sample(joined, min(2, len(joined))):
            for way, instead in (("blank", " "), ("nothing", "")):
                kind = f"{way}, participles" if _PARTICIPLE.search(match.group()) else way
                bad = match.group().replace(ZWNJ, instead)
                spoiled = text[: match.start()] + bad + text[match.end() :]
                near = [
                    each for each in told(spoiled) if each.start < match.start() + len(bad) and each.end > match.start()
                ]
                planted[kind] += 1
                found[kind] += bool(near)
                right[kind] += any(
                    spoiled[: each.start] + word + spoiled[each.end :] == text
                    for each in near
                    for word in each.suggestions
                )
                if not near:
                    misses[f"{kind}: {match.group()}"] += 1
    for kind in sorted(planted):
        share = found[kind] / planted[kind]
        print(f"{kind}: {found[kind]} of {planted[kind]} found ({share:.3f}), {right[kind]} restored")
    print(f"as they are: {sum(len(text.split()) for text in texts)} words, {false.total()} remarks: {dict(false)}")
    if "--misses" in arguments:
        print("\n".join(f"{count} {word}" for word, count in misses.most_common()))


if __name__ == "__main__":
    main(sys.argv[1:])
