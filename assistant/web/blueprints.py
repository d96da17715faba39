"""All blueprints of the application, in one list."""

from flask import Blueprint

from assistant.web import (
    boards,
    calculators,
    calendar,
    costs,
    deadlines,
    desk,
    draft_rules,
    drafting,
    entrance,
    expert_library,
    filing,
    health,
    history,
    library,
    new_petition,
    office,
    papers,
    precheck,
    texts,
    words,
)


def all_blueprints() -> tuple[Blueprint, ...]:
    modules = (
        entrance,
        health,
        desk,
        new_petition,
        drafting,
        draft_rules,
        precheck,
        texts,
        history,
        filing,
        library,
        expert_library,
        boards,
        costs,
        calculators,
        deadlines,
        calendar,
        office,
        papers,
        words,
    )
    return tuple(module.blueprint for module in modules)
