"""The narrative checker: 300 words with six slips, cold and with one sentence edited, beside hazm on the same words.

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

from assistant.app import Settings, load_library, text_checker
from assistant.text.checker import TextChecker
from tests import ROOT
from tests.bench.figures import Figure, percentile

ROUNDS = 40
WORDS = 300
SLIPS = 6
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
    cold = [_ms(lambda text=text: checker.check(text), _forget) for text in texts]
    warm = [
        _ms(functools.partial(_anew(checker).check, text), functools.partial(checker.check, text)) for text in texts
    ]
    edited = [_edited(checker, text) for text in texts]
    taken = (("cold", cold, "< 15 ms"), ("words known", warm, ""), ("one sentence edited", edited, "< 2 ms"))
    for what, times, aim in taken:
        worst = f"{percentile(times, 0.95):.2f} ms"
        yield Figure(f"texts: {WORDS} words, {patterns} patterns, {what}: p95", worst, aim)
        yield Figure(f"texts: {what}: median", f"{percentile(times, 0.5):.2f} ms")
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


def _anew(checker: TextChecker) -> TextChecker:
    """Nothing remembered of sentences, everything of words."""
    return TextChecker(checker.of_sentences, checker.of_texts)


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


def _memory() -> float:
    """Resident megabytes of a process that does nothing else."""
    code = (
        "from assistant.app import *; s = Settings.from_environment(); c = text_checker(load_library(s)[0], s);"
        "c.check('خواهان تقاضای سدور حکم دارد.');"
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmRSS')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return int(done.stdout) / 1024
