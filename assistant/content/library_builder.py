"""The library from content that has no error."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from assistant.content.board_builder import build_boards
from assistant.content.calculator_builder import build_calculators
from assistant.content.confusion_builder import build_confusions
from assistant.content.content import Content
from assistant.content.cue_builder import build_cues
from assistant.content.currency_builder import build_watched
from assistant.content.grounds_builder import build_grounds, build_rule_families
from assistant.content.index_builder import build_indices, build_sacred_months
from assistant.content.lexicon_builder import build_legal_terms
from assistant.content.outage_builder import build_outage_texts
from assistant.content.review_builder import build_review_states
from assistant.content.room_map import Kind, kind_of
from assistant.content.service_mode_builder import build_service_modes
from assistant.content.sources import Sources
from assistant.content.table_builder import build_tables
from assistant.content.tariff_builder import build_costs, build_office_tariff
from assistant.content.text_remark_builder import build_text_remarks
from assistant.content.word_list_builder import build_word_lists
from assistant.content.wording_builder import build_wording
from assistant.domain.library import Law, Library, Outcome
from assistant.domain.on_demand import OnDemand
from assistant.domain.parameter import Parameter
from assistant.domain.period import Period
from assistant.domain.rule import Rule
from assistant.domain.template import Template


def build_library(content: Content) -> Library:
    parsed = Content(Sources({}, content.sources.hash), content.files)  # without the bytes, for what comes on demand
    return Library(
        templates=content.sound_templates,
        rules=_rules(content),
        parameters=_parameters(content),
        laws=_laws(content),
        outcomes=_outcomes(content),
        value_schemas=_value_schemas(content),
        layouts=_layouts(content),
        version=content.sources.hash,
        wording=build_wording(content),
        word_lists=build_word_lists(content),
        calendar=content.calendar,
        periods=_periods(content),
        service_modes=build_service_modes(content.of(Kind.SERVICE_MODES), content.law_names),
        costs=build_costs(content),
        office_tariff=build_office_tariff(content),
        boards=build_boards(content),
        outage_texts=build_outage_texts(content),
        indices=build_indices(content),
        calculators=build_calculators(content),
        sacred_months=build_sacred_months(content),
        watched=content.once(build_watched),
        waiting=content.waiting,
        group_forms=OnDemand(lambda: _group_templates(parsed)),
        planned=content.planned,
        tables=build_tables(content),
        confusions=build_confusions(content),
        legal_terms=build_legal_terms(content),
        cues=build_cues(content),
        text_remarks=build_text_remarks(content.of(Kind.TEXT_REMARKS), content.law_names),
        grounds=build_grounds(content.of(Kind.GROUNDS)),
        rule_families=build_rule_families(content.of(Kind.RULE_FAMILIES)),
        review_states=build_review_states(content),
    )


def _group_templates(content: Content) -> Mapping[str, Template]:
    """The forms that examples without a template stand on."""
    return {id: form.template for id, form in content.group_forms.items()}


def _version(content: Content, path: str) -> str:
    """What results name a rule or number of law by, beside its id: a short hash of its file."""
    return hashlib.sha256(content.sources.files[path]).hexdigest()[:12]


def _rules(content: Content) -> Mapping[str, Rule]:
    return {id: replace(each, version=_version(content, each.file)) for id, each in content.rules.items()}


def _parameters(content: Content) -> Mapping[str, Parameter]:
    places = {file.stem: file.path for file in content.of(Kind.PARAMETER)}
    found = content.parameters.items()
    return {id: replace(each, version=_version(content, places[id])) for id, each in found}


def _periods(content: Content) -> Mapping[str, Period]:
    return {id: replace(each, version=_version(content, each.place)) for id, each in content.periods.items()}


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
