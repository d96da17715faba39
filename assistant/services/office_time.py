"""What day it is in the office."""

from datetime import UTC, date, datetime, timedelta, timezone

TEHRAN = timezone(timedelta(hours=3, minutes=30), "Asia/Tehran")  # no summer time since 1402


def office_date(now: datetime) -> date:
    """The calendar day in Iran at this moment."""
    return now.astimezone(TEHRAN).date()


class SystemClock:
    """The only place the product asks the machine for the time."""

    def now(self) -> datetime:
        return datetime.now(UTC)
