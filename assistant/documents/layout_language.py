"""The environment every DOCX layout runs in: sandboxed, strict, escaping, without filters.

Layouts print prepared strings; what they may say is checked in ``lint``.
"""

from assistant.services.key_only_sandbox import KeyOnlyEnvironment

ENVIRONMENT = KeyOnlyEnvironment(filters={}, autoescape=True)
