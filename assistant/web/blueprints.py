"""All blueprints of the application, in one list."""

from flask import Blueprint

from assistant.web import boards, costs, desk, draft_rules, drafting, entrance, filing, health, history, library, new_petition


def all_blueprints() -> tuple[Blueprint, ...]:
    modules = (entrance, health, desk, new_petition, drafting, history, filing, library, boards, costs, draft_rules)
    return tuple(module.blueprint for module in modules)
