"""Typing errors: words that are no words, words run together, one word cut in two."""
