"""Calculators: pure, exact arithmetic over announced figures. Nothing is guessed where a table ends."""
