"""DOCX petitions: rendering, their text and PDF, and the gate that experts' layouts pass."""

from assistant.documents.renderer import DocxRenderer

__all__ = ["DocxRenderer"]
