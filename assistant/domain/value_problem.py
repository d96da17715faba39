"""What is wrong with a typed value: a code and its particulars; the words live in ``checks.problem_messages``."""


class ValueProblem(ValueError):
    """Raised by every value type's ``parse``."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params: dict[str, str | int] = params

    def __str__(self) -> str:
        return f"{self.code} {self.params}" if self.params else self.code
