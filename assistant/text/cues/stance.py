"""How a hit stands in its sentence: affirmed or denied, told, supposed, or put into another's mouth."""

from assistant.domain.cue import PolarityFrom
from assistant.domain.text_finding import Polarity, Status
from assistant.text.cues.compiled import CompiledPattern
from assistant.text.cues.matching import Hit
from assistant.text.cues.polarity import polarity
from assistant.text.cues.reading import Reading
from assistant.text.cues.status import status


def stance(hit: Hit, reading: Reading, pattern: CompiledPattern) -> tuple[Polarity, Status]:
    if pattern.polarity_from is PolarityFrom.ITSELF:
        return pattern.says, Status.ASSERTED
    tells_by_mood = not pattern.is_agreed and pattern.polarity_from is PolarityFrom.VERB
    return (
        polarity(hit, reading, pattern.says, pattern.polarity_from),
        status(hit, reading, tells_by_mood=tells_by_mood),
    )
