"""The sub-pages of the place «محاسبه»: costs first, then the calculators."""

from flask import current_app, url_for

from assistant.web.here import services


def sum_places() -> tuple[tuple[str, str, str], ...]:
    """For the macro ``sum_tabs``; the key of a calculator is its id, that of the costs «costs»."""
    calculators = tuple(
        (each.id, url_for("calculators.calculator", calculator_id=each.id), each.tab)
        for each in services().calculator_desk.all
    )
    if "costs.index" not in current_app.view_functions:
        return calculators
    return (("costs", url_for("costs.index"), "هزینهٔ دادرسی"), *calculators)
