"""The few words of the official form that stand inside prepared strings; all others stand in the layouts."""

from assistant.domain.characters import persian_digits

ADDRESS_UNKNOWN = "مجهول‌المکان"
NON_FINANCIAL = "غیرمالی"
PROVINCE = "استان"


_LEFT_TO_RIGHT = "\u200e"  # the mark that keeps the parts of «۱۴۰۵-۰۰۰۱۲» in their order after Persian words


def left_to_right(text: str) -> str:
    return _LEFT_TO_RIGHT + text


def age_in_years(years: int) -> str:
    return f"{persian_digits(str(years))} سال"


def labelled(label: str, value: str) -> str:
    return f"{label}: {value}"


def joined(parts: list[str], separator: str = "، ") -> str:
    return separator.join(part for part in parts if part)


def ordinal(index: int) -> str:
    """Position 0 is «۱»."""
    return persian_digits(str(index + 1))


def numbered_branch(branch: str) -> str:
    """«شعبه ۹۹» of a branch given by its number alone."""
    return f"شعبه {branch}" if branch.strip().isdigit() else branch
