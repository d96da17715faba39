"""How a basis is cited: «ماده ۵۱ بند ۳ قانون …»."""

from collections.abc import Mapping
from typing import Any

from assistant.domain.characters import persian_digits
from assistant.domain.finding import Basis


def build_basis(spec: Mapping[str, Any], law_names: Mapping[str, str]) -> Basis:
    """``law_names`` maps a law's key to the short name used in citations."""
    return Basis(
        law=spec.get("law"),
        article=spec.get("article"),
        clause=spec.get("clause"),
        unified_precedent=spec.get("unified_precedent"),
        note=spec.get("note"),
        citation=citation(spec, law_names),
    )


def citation(spec: Mapping[str, Any], law_names: Mapping[str, str]) -> str:
    parts = []
    if spec.get("article"):
        parts.append(f"ماده {spec['article']}")
    if spec.get("clause"):
        clause = str(spec["clause"])
        parts.append(f"بند {clause}" if clause.isdigit() else clause)
    if spec.get("law"):
        parts.append(law_names.get(spec["law"], ""))
    cited = [" ".join(part for part in parts if part)] if parts else []
    if spec.get("unified_precedent"):
        cited.append(f"رأی وحدت رویه {spec['unified_precedent']}")
    return persian_digits("؛ ".join(cited))


def source_in_words(source: Any, law_names: Mapping[str, str]) -> str:
    """A parameter's source: free text, or a citation like a rule's basis."""
    if isinstance(source, str):
        return source
    return citation(source, law_names) or str(source.get("note", ""))
