"""Figures of a narrative: amounts, numbers and dates, within the text and against the answers."""
