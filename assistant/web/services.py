"""What the pages need: the services behind them, and the settings of this installation."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.ports import Store

if TYPE_CHECKING:
    from assistant.services.access import Gate
    from assistant.services.boards import Boards
    from assistant.services.calculations import Calculations
    from assistant.services.calculator_desk import CalculatorDesk
    from assistant.services.calendar_desk import CalendarDesk
    from assistant.services.cost_desk import CostDesk
    from assistant.services.deadline_count import DeadlineCounter
    from assistant.services.deadline_desk import DeadlineDesk
    from assistant.services.desk import Desk
    from assistant.services.drafting import Drafting
    from assistant.services.expert_pages import ExpertPages
    from assistant.services.explanations import Explanations
    from assistant.services.filing import FilingDesk
    from assistant.services.library_pages import LibraryPages
    from assistant.services.narratives import Narratives
    from assistant.services.office_words import OfficeWords
    from assistant.services.outage import Outages
    from assistant.services.outage_papers import OutagePapers
    from assistant.services.outage_prefill import OutagePrefill
    from assistant.services.people import People
    from assistant.services.sign_in import SignIn
    from assistant.services.text_desk import TextDesk
    from assistant.services.used_by import UsedByDesk

LARGEST_BODY = 2 * 1024 * 1024
"""A narrative of 50,000 letters and a request as long take 600 kB as a form sends them; a paste several times over the
limit must still come back on the page with the limit named."""


@dataclass(frozen=True, slots=True)
class Services:
    gate: "Gate"
    sign_in: "SignIn"
    people: "People"
    desk: "Desk"
    drafting: "Drafting"
    filing: "FilingDesk"
    library_pages: "LibraryPages"
    calendar: "CalendarDesk"
    deadlines: "DeadlineDesk"
    deadline_counter: "DeadlineCounter"
    calculator_desk: "CalculatorDesk"
    calculations: "Calculations"
    boards: "Boards"
    costs: "CostDesk"
    outages: "Outages"
    papers: "OutagePapers"
    outage_prefill: "OutagePrefill"
    explanations: "Explanations"
    used_by: "UsedByDesk"
    texts: "TextDesk"
    words: "OfficeWords"
    narratives: "Narratives"
    expert_pages: "ExpertPages"


@dataclass(frozen=True, slots=True)
class WebSettings:
    static_folder: Path
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "::1")  # names this server answers to, without ports
    is_https: bool = False  # behind TLS: Secure cookies
    largest_body: int = LARGEST_BODY
    store: Store | None = None  # asked by /health
