"""Every route × every role × whose thing it is, over HTTP, against the policy table. Rows come from the URL map."""

import pytest
from werkzeug.routing import Rule as Route

from assistant.domain.board import Size
from assistant.domain.characters import folded
from assistant.domain.people import Role
from assistant.services.access import POLICY, PUBLIC_ACTS, Act, Scope
from assistant.web.guard import STATIC, UndeclaredEndpoint, act_of, check_every_endpoint
from tests.web.conftest import House, build, post

OWNERS = {Scope.OWN: None, Scope.OFFICE: "colleague", Scope.OTHER: "stranger"}
FORMS = {"drafting.field": {"path": "price", "price": "1", "revision": "0"}, "drafting.start": {"template": "tiny"},
         "drafting.save_step": {"revision": "0", "act": "stay"},
         "texts.change": {"revision": "0", ":act": "all:narrative"},
         "words.decide": {"answer": f"accept:{folded('گآو')}"},
         "precheck.save": {"revision": "0", "act": "stay"},
         "precheck.field": {"path": "kind", "kind": "field", "revision": "0"},
         "calculators.put": {"revision": "0", "variant": "value", "amount": "100", "marriage_year": "1390",
                             "payment_year": "1405"}}  # fmt: skip
OF_A_THING = ("drafting.", "texts.", "filing.", "costs.of_", "calculators.of_", "calculators.put", "deadlines.")
OBJECTS = ("draft_id", "filing_id", "outage_id", "paper_id")


def routes(house: House) -> list[tuple[Route, str]]:
    return [
        (route, method)
        for route in house.app.url_map.iter_rules()
        if route.endpoint != STATIC
        for method in sorted((route.methods or set()) & {"GET", "POST"})
    ]


def names_of(route: Route) -> set[str]:
    return set(route.arguments)


ROUTES = [(route.endpoint, method) for route, method in routes(build())]


@pytest.fixture(scope="module")
def office() -> House:
    return build()


@pytest.fixture(scope="module")
def things(office):
    """Per owner: one draft and one filing, made before anybody's role is tried (only drafters can make them)."""
    made = {}
    office.services.boards.record_print(office.actor("clerk"), "wall", Size.A4)  # print number 1 of everybody's office
    for name in ("clerk", "office_manager", "colleague", "stranger"):
        draft = office.draft_of(name, kind="field", narrative="گآو")
        office.services.words.propose(office.actor(name), "گآو")
        made[name] = {"draft_id": draft.id, "filing_id": _filing(office, name, draft.id), **_outage(office, name)}
    return made


def _outage(office, name):
    """The outage of the person's office, with a picture and a slip of the person."""
    actor, outages = office.actor(name), office.services.outages
    outage = outages.open(actor)
    outages.attempt(actor, outage.id, outages.now(), "خطا", b"\x89PNG\r\n\x1a\n")
    picture = outages.one(actor, outage.id).attempts[-1].picture
    slip = office.services.papers.make_slip(actor, outage.id, None, "", f"slip-of-{name:-<12}")
    return {"outage_id": outage.id, "picture_id": picture.id, "paper_id": slip.id}


def _filing(office, name, draft_id):
    actor = office.actor(name)
    keys = {"incomplete": "آزمایش", "invalid": "آزمایش"}
    office.services.drafting.keep_reasons(actor, draft_id, keys)
    return office.services.filing.make(actor, draft_id).id


def address(office, endpoint, ids):
    route = next(office.app.url_map.iter_rules(endpoint))
    known = {
        "calculator_id": "mahr",
        "path": "price",
        "step_id": "kind",
        "template_id": "tiny",
        "rule_id": "height-over-limit",
        "item_id": "height-over-limit",
        "name": "clean",
        "board_id": "wall",
        "closure_id": "none",
        "number": 1,
        "office_number": "1",
    }
    if endpoint == "texts.compare":
        known["path"] = "narrative"
    values = {argument: ids.get(argument) or known[argument] for argument in route.arguments}
    with office.app.test_request_context():
        return office.app.url_for(endpoint, **values)


def ask(office, client, endpoint, method, ids):
    path = address(office, endpoint, ids)
    return client.get(path) if method == "GET" else post(client, path, FORMS.get(endpoint))


def test_an_endpoint_without_an_act_keeps_the_application_from_starting(house):
    house.app.view_functions["nobody.asked"] = lambda: ""
    house.app.url_map.add(Route("/nobody", endpoint="nobody.asked"))
    with pytest.raises(UndeclaredEndpoint):
        check_every_endpoint(house.app)


def test_every_act_of_the_table_names_at_least_one_role():
    assert all(POLICY[act] for act in Act)


@pytest.mark.parametrize(("endpoint", "method"), ROUTES)
def test_logged_out_only_the_entrance_answers(office, things, endpoint, method):
    visitor = office.visitor()
    answer = ask(office, visitor, endpoint, method, things["clerk"])
    if act_of(office.app, endpoint) in PUBLIC_ACTS:
        assert answer.status_code in (200, 401)
    else:
        assert answer.status_code == 303
        assert answer.location.startswith("/login")


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(("endpoint", "method"), ROUTES)
def test_the_table_decides(office, things, endpoint, method, role):
    act = act_of(office.app, endpoint)
    scopes = POLICY[act].get(role, frozenset())
    route = next(office.app.url_map.iter_rules(endpoint))
    owners = OWNERS if names_of(route) & set(OBJECTS) else {Scope.OWN: None}
    for scope, owner in owners.items():
        ids = things.get(owner or role.value)
        if ids is None:  # a role that never makes drafts owns none
            continue
        client = office.client(role.value)
        answer = ask(office, client, endpoint, method, ids)
        if not scopes:
            assert answer.status_code == 403, (scope, answer.status)
        elif scope in scopes:
            assert answer.status_code not in (403, 404), (scope, answer.status)
            assert answer.status_code < 500, (scope, answer.status)
        else:
            assert answer.status_code == 404, (scope, answer.status)


@pytest.mark.parametrize(
    ("endpoint", "method"),
    [
        (e, m)
        for e, m in ROUTES
        if e.startswith(
            ("drafting.", "texts.", "filing.", "costs.of_", "calculators.of_", "calculators.put", "deadlines.")
        )
        and not e.endswith((".index", ".count"))
        and e != "drafting.start"
    ],
)
def test_a_foreign_thing_answers_with_the_bytes_of_one_that_does_not_exist(office, things, endpoint, method):
    client = office.client("clerk")
    unknown = {"draft_id": "AAAAAAAAAAAAAAAA", "filing_id": "AAAAAAAAAAAAAAAA"}
    answers = [ask(office, client, endpoint, method, ids) for ids in (things["stranger"], things["colleague"], unknown)]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert len({answer.data for answer in answers}) == 1
    assert (
        len({tuple(sorted((name, value) for name, value in answer.headers if name != "Date")) for answer in answers})
        == 1
    )


def test_each_refusal_leaves_exactly_one_entry(house):
    foreign = house.draft_of("stranger")
    client = house.client("clerk")
    before = house.acts()
    client.get(f"/drafts/{foreign.id}")
    client.get("/drafts/AAAA")
    house.client("administrator").get("/new")
    added = house.acts()[len(before) :]
    assert added.count("access.refused") == 3


def test_a_person_moved_to_another_office_loses_the_old_drafts(house):
    draft = house.draft_of("clerk")
    house.services.people.move("clerk", "office-2")
    assert house.client("clerk").get(f"/drafts/{draft.id}").status_code == 404


def test_a_forged_htmx_header_opens_nothing(house):
    draft = house.draft_of("stranger")
    assert house.client("clerk").get(f"/drafts/{draft.id}", headers={"HX-Request": "true"}).status_code == 404
    assert house.visitor().get("/", headers={"HX-Request": "true"}).status_code == 401
