"""The narrative checker: 300 words with six slips, read first and with one sentence edited, beside hazm on the same.

With ``DADKHASTYAR_HUNSPELL`` naming a Persian hunspell dictionary (path without ending) and spylls installed, its
look-up of the same words stands beside them.
"""

import functools
import gc
import importlib
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from assistant.app import Settings, load_library, text_checker
from assistant.domain.cue import Cue
from assistant.domain.library import Library
from assistant.text.checker import TextChecker
from assistant.text.sentence_cache import SentenceCache
from tests import ROOT
from tests.bench.figures import Figure, percentile

ROUNDS = 40
WORDS = 300
SLIPS = 6
AS_ASKED = 500  # patterns the aim is set for
_ALIKE = {"ص": "س", "س": "ص", "ز": "ذ", "ذ": "ز", "ط": "ت", "ت": "ط", "ق": "غ", "غ": "ق", "ح": "ه", "ه": "ح"}


def figures() -> Iterator[Figure]:
    settings = Settings.from_environment()
    library, _ = load_library(settings)
    begun = time.perf_counter()
    checker = text_checker(library, settings)
    checker.check("خواهان تقاضای صدور حکم دارد.")
    yield Figure("texts: word lists and cues ready", f"{time.perf_counter() - begun:.2f} s", "< 2 s")
    patterns = sum(len(cue.any) for cue in library.cues.cues.values())
    texts = [narrative(random.Random(number)) for number in range(ROUNDS)]
    fewer = _with_patterns(library, settings, AS_ASKED)
    taken = (
        (AS_ASKED, "nothing read before", [_cold(fewer, text) for text in texts], "< 15 ms"),
        (patterns, "nothing read before", [_cold(checker, text) for text in texts], "< 15 ms"),
        (patterns, "as the server starts", [_just_started(checker, text) for text in texts], "< 15 ms"),
        (patterns, "its words read before", [_words_known(checker, text) for text in texts], ""),
        (patterns, "one sentence edited", [_edited(checker, text) for text in texts], "< 2 ms"),
    )
    for count, what, times, aim in taken:
        worst = f"{percentile(times, 0.95):.2f} ms"
        yield Figure(f"texts: {WORDS} words, {count} patterns, {what}: p95", worst, aim)
        yield Figure("   and the median", f"{percentile(times, 0.5):.2f} ms")
    yield from _of_hazm(texts)
    yield from _of_hunspell(texts)
    yield Figure("texts: memory of a process that has read one", f"{_memory():.0f} MB", "< 150 MB")


def narrative(chance: random.Random) -> str:
    """Sentences of the tuning paragraphs up to 300 words, with six letters mistaken for others of the same sound."""
    pool = (ROOT / "tests/text/paragraphs.txt").read_text("utf-8").split("\n")
    chance.shuffle(pool)
    words: list[str] = []
    for paragraph in pool:
        words += paragraph.split()
        if len(words) >= WORDS:
            break
        words.append("\n")
    words = words[:WORDS]
    places = [number for number, word in enumerate(words) if len(word) > 3 and any(each in _ALIKE for each in word)]
    for place in chance.sample(places, SLIPS):
        word = words[place]
        at = chance.choice([number for number, each in enumerate(word) if each in _ALIKE])
        words[place] = word[:at] + _ALIKE[word[at]] + word[at + 1 :]
    return " ".join(words).replace(" \n ", "\n")


def _with_patterns(library: Library, settings: Settings, count: int) -> TextChecker:
    """The same checker with the first cues that have so many patterns together."""
    chosen: dict[str, Cue] = {}
    for cue in library.cues.cues.values():
        left = count - sum(len(each.any) for each in chosen.values())
        if left:
            chosen[cue.id] = replace(cue, any=cue.any[:left])
    fewer = replace(library, version="fewer", cues=replace(library.cues, cues=chosen))
    checker = text_checker(fewer, settings)
    checker.check("خواهان تقاضای صدور حکم دارد.")
    return checker


def _cold(checker: TextChecker, text: str) -> float:
    return _ms(lambda: checker.check(text), _forget)


def _just_started(checker: TextChecker, text: str) -> float:
    """Known is what the server reads ahead while it starts, nothing else."""

    def start() -> None:
        _forget()
        checker.read_ahead()
        gc.freeze()

    return _ms(lambda: checker.check(text), start)


def _words_known(checker: TextChecker, text: str) -> float:
    """Nothing remembered of sentences, everything of words."""
    checker.check(text)
    return _ms(functools.partial(replace(checker, cache=SentenceCache()).check, text))


def _edited(checker: TextChecker, text: str) -> float:
    checker.check(text)
    at = text.index(".") if "." in text else len(text)
    return _ms(lambda: checker.check(text[:at] + " و خوانده نیز" + text[at:]))


def _forget() -> None:
    """Empties every cache of the checker but its tables."""
    gc.unfreeze()  # the last round's
    for each in gc.get_objects():
        if isinstance(each, functools._lru_cache_wrapper) and each.__module__.startswith("assistant.text"):
            if each.cache_parameters()["maxsize"] not in (None, 1):
                each.cache_clear()
        elif type(each).__name__ == "SentenceCache":
            each.__init__()
    gc.freeze()  # as the server does with what it has loaded


def _ms(act: Callable[[], object], before: Callable[[], object] = lambda: None) -> float:
    """Of this process alone, whatever else the machine does."""
    before()
    gc.collect()
    begun = time.process_time()
    act()
    return (time.process_time() - begun) * 1000


def _of_hazm(texts: list[str]) -> Iterator[Figure]:
    hazm = importlib.import_module("hazm")
    normalizer, tokenizer, lemmatizer = hazm.Normalizer(), hazm.WordTokenizer(), hazm.Lemmatizer()

    def read(text: str) -> None:
        for word in tokenizer.tokenize(normalizer.normalize(text)):
            lemmatizer.lemmatize(word)

    times = [_ms(functools.partial(read, text)) for text in texts]
    yield Figure("texts: hazm normalises, cuts and lemmatises the same: median", f"{percentile(times, 0.5):.2f} ms")


def _of_hunspell(texts: list[str]) -> Iterator[Figure]:
    path = os.environ.get("DADKHASTYAR_HUNSPELL")
    if not path:
        return
    dictionary = importlib.import_module("spylls.hunspell").Dictionary.from_files(path)

    def read(text: str) -> None:
        for word in text.split():
            dictionary.lookup(word.strip(".،؛:()«»"))

    times = [_ms(functools.partial(read, text)) for text in texts]
    yield Figure("texts: spylls looks up the same words (no suggestions): median", f"{percentile(times, 0.5):.2f} ms")
    unknown = [word for word in texts[0].split() if not dictionary.lookup(word.strip(".،؛:()«»"))]
    taken = [_ms(lambda word=word: list(dictionary.suggest(word))) for word in unknown[:SLIPS]]
    yield Figure(f"texts: spylls suggests for one of {len(unknown)} unknown words", f"{sum(taken) / SLIPS:.0f} ms")


def _memory() -> float:
    """Resident megabytes of a process that does nothing else."""
    code = (
        "from assistant.app import *; s = Settings.from_environment(); c = text_checker(load_library(s)[0], s);"
        "c.read_ahead(); c.check('خواهان تقاضای سدور حکم دارد.');"
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmRSS')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return int(done.stdout) / 1024
