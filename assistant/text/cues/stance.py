"""How a hit stands in its sentence: affirmed or negated, told, supposed, or put into another's mouth."""

from assistant.text.cues.polarity import polarity
from assistant.text.cues.status import status

__all__ = ["polarity", "status"]
