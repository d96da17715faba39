"""Which answers still missing settle the most checks: an order of questions, never of findings."""

from collections import Counter
from dataclasses import dataclass

from assistant.checks.answer_words import label_of
from assistant.checks.review import Review
from assistant.domain.form import Form
from assistant.domain.paths import folded

_END_OF_LIST = "مورد دیگر، یا پایان فهرست"


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """``path`` is the place the answer belongs to; ``waiting``: how many undetermined rules name it as missing."""

    path: str
    label: str
    waiting: int


def next_questions(review: Review) -> tuple[NextQuestion, ...]:
    """The one most rules wait for first; then the order of the form."""
    form = review.template.form
    waiting = Counter(path for missing in review.undetermined.values() for path in missing)
    order = {path: position for position, (path, _) in enumerate(form.fields())}
    paths = sorted(waiting, key=lambda path: (-waiting[path], order.get(folded(path), len(order)), path))
    return tuple(NextQuestion(path.removesuffix("[+]"), missing_label(form, path), waiting[path]) for path in paths)


def missing_label(form: Form, path: str) -> str:
    """In words; ``cheques[+]`` stands for a list not closed yet."""
    if path.endswith("[+]"):
        return f"{label_of(path.removesuffix('[+]'), form)}: {_END_OF_LIST}"
    return label_of(path, form)
