"""``python -m assistant`` is ``dadkhastyar``."""

from assistant.cli import main

main()
