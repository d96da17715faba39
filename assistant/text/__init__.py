"""Reading Persian narratives: tokens and sentences, and every check that speaks of a span of text.

hazm is the source of word and verb data; its Normalizer runs only on demand, behind masks (``hazm_suggestions``).
"""
