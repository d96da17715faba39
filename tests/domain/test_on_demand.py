"""A mapping that is made at the first question, and only once."""

from assistant.domain.on_demand import OnDemand


def test_it_is_made_once_and_only_when_asked():
    made = []

    def make():
        made.append(1)
        return {"a": 1, "b": 2}

    mapping = OnDemand(make)
    assert made == []
    assert mapping["a"] == 1
    assert mapping.get("c") is None
    assert dict(mapping) == {"a": 1, "b": 2}
    assert len(mapping) == 2
    assert made == [1]
