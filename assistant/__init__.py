"""دادخواست‌یار: a petition-drafting assistant for electronic judicial services offices."""

__version__ = "0.1.0"
