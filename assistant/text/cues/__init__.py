"""Cues: the experts' phrases found in a sentence, with their polarity and standing."""
