"""The tariffs of the experts' rooms alone, without the rest of the content: for tests that are about money only."""

from functools import cache

from assistant.content.reading import read_content
from assistant.content.sources import Sources, hash_of, read_sources
from assistant.content.tariff_builder import build_costs, build_office_tariff
from assistant.domain.court_costs import CourtCosts, OfficeTariff
from tests import ROOT

NEEDED = ("rules/tariffs/", "rules/laws.yaml", "schemas/")


@cache
def tariffs() -> tuple[CourtCosts, OfficeTariff]:
    files = {path: raw for path, raw in read_sources(ROOT).files.items() if path.startswith(NEEDED)}
    content, problems = read_content(Sources(files, hash_of(files)))
    assert content is not None, problems
    assert not problems, problems
    return build_costs(content), build_office_tariff(content)
