"""The checker as the product builds it, over the experts' own rooms."""

from functools import lru_cache

from assistant.app import Settings, load_library, text_checker
from assistant.domain.library import Library
from assistant.text.checker import TextChecker


@lru_cache(maxsize=1)
def real_library() -> Library:
    return load_library(Settings.from_environment())[0]


@lru_cache(maxsize=1)
def real_checker() -> TextChecker:
    return text_checker(real_library(), Settings.from_environment())
