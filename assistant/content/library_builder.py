"""The library from content that has no error."""

import json
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from assistant.content.content import Content
from assistant.content.room_map import Kind, kind_of
from assistant.content.table_builder import build_tables
from assistant.content.wording_builder import build_wording
from assistant.domain.library import Law, Library, Outcome


def build_library(content: Content) -> Library:
    return Library(
        templates=content.sound_templates,
        rules=content.rules,
        parameters=content.parameters,
        laws=_laws(content),
        outcomes=_outcomes(content),
        value_schemas=_value_schemas(content),
        layouts=_layouts(content),
        version=content.sources.hash,
        wording=build_wording(content),
        waiting=content.waiting,
        group_forms={id: form.template for id, form in content.group_forms.items()},
        planned=content.planned,
        tables=build_tables(content),
    )


def _laws(content: Content) -> Mapping[str, Law]:
    entries = (entry for file in content.of(Kind.LAWS) for entry in file.value)
    return {each["key"]: Law(each["key"], each["title"], each["short"], each["adopted"]) for each in entries}


def _outcomes(content: Content) -> Mapping[str, Outcome]:
    entries = (entry for file in content.of(Kind.OUTCOMES) for entry in file.value)
    return {each["id"]: Outcome(each["id"], each["title"], tuple(each["codes"])) for each in entries}


def _value_schemas(content: Content) -> Mapping[str, Mapping[str, Any]]:
    paths = (path for path in content.sources.files if path.startswith("schemas/values/"))
    return {PurePosixPath(path).stem: json.loads(content.sources.files[path]) for path in paths}


def _layouts(content: Content) -> Mapping[str, bytes]:
    """Shared layouts by file name, a template's own as ``<template>/petition.docx``."""
    return {
        path.removeprefix("templates/_shared/docx/").removeprefix("templates/"): raw
        for path, raw in content.sources.files.items()
        if kind_of(path) is Kind.LAYOUT
    }
