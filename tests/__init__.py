"""Tests mirror the package; ``ROOT`` is the checkout."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
