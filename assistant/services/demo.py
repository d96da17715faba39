"""A demo office: one person for each role, and three half-finished drafts made from the templates' own examples."""

from collections.abc import Sequence

from assistant.domain.answers_file import read_answers_file
from assistant.domain.form import Form
from assistant.domain.library import Library
from assistant.domain.people import Actor, Role
from assistant.services.drafting import Drafting
from assistant.services.people import NewUser, People

PEOPLE = (
    ("negar", "نگار سپهری", Role.CLERK),
    ("kaveh", "کاوه رادمنش", Role.OFFICE_MANAGER),
    ("mina", "مینا فرهمند", Role.EXPERT),
    ("behrouz", "بهروز آرین", Role.APPROVER),
    ("laleh", "لاله مهرجو", Role.SUPERVISOR),
    ("omid", "امید دادگر", Role.AUDITOR),
    ("samira", "سمیرا کیان", Role.ADMINISTRATOR),
)
OFFICE = ("دفتر خدمات الکترونیک قضایی نمونه", "9990001", "isfahan")
STEPS_DONE = (3, 2, 5)  # how far each of the three drafts has come


def fill(people: People, drafting: Drafting, library: Library) -> Sequence[NewUser]:
    """Raises PeopleProblem when the office was filled before."""
    office = people.add_office(*OFFICE)
    made = [people.add(name, full_name, role, office.id) for name, full_name, role in PEOPLE]
    first = made[0].user
    clerk = Actor(first.id, first.name, first.full_name, first.role, first.office_id)
    for template_id, steps in zip(list(library.templates)[:3], STEPS_DONE, strict=False):
        _half_finished(drafting, clerk, library, template_id, steps)
    return made


def _half_finished(drafting: Drafting, clerk: Actor, library: Library, template_id: str, steps: int) -> None:
    template = library.templates[template_id]
    if not template.examples:
        return
    values = read_answers_file(template.examples[0].answers, template=template_id).answers.values
    draft = drafting.start(clerk, template_id)
    kept = {each.key for step in template.form.steps[:steps] for each in step.fields}
    drafting.fill(
        clerk, draft.id, {key: value for key, value in values.items() if key in kept}, _ids(template.form, steps)
    )


def _ids(form: Form, steps: int) -> Sequence[str]:
    return [step.id for step in form.steps[: steps - 1]]
