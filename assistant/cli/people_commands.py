"""An office's people: the first one with the office itself, the demo people, and those who come and go."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from assistant.app import Settings, is_set_up, make_demo
from assistant.cli.library_loading import sound_content
from assistant.cli.office_opening import key_of_new_office, office_store
from assistant.cli.output import clean_errors, json_option, say_json, stop
from assistant.domain.people import Role
from assistant.services.access import NotFound
from assistant.services.office_time import SystemClock
from assistant.services.passwords import Passwords, WeakPassword
from assistant.services.people import NewUser, People, PeopleProblem
from assistant.storage.errors import StoreRefused

PROBLEMS = {
    "name_form": "نام کاربری با حرف کوچک لاتین آغاز می‌شود و ۲ تا ۳۲ نویسه از a-z 0-9 . _ - دارد.",
    "name_taken": "این نام کاربری پیش‌تر داده شده است.",
    "full_name_empty": "نام و نام خانوادگی خالی است.",
    "office_unknown": "دفتری با این شناسه نیست. فهرست: dadkhastyar user list --json",
}


@click.command()
@click.option("--office", "office_name", prompt="نام دفتر", help="نام دفتر")
@click.option("--number", prompt="شمارهٔ دفتر", help="شمارهٔ دفتر")
@click.option("--province", default="", help="کد استان")
@click.option("--user", "user_name", prompt="نام کاربری مدیر سامانه (لاتین)", help="نام کاربری نخستین کاربر")
@click.option("--full-name", prompt="نام و نام خانوادگی او", help="نام و نام خانوادگی")
@json_option
@click.pass_obj
def init(
    settings: Settings, office_name: str, number: str, province: str, user_name: str, full_name: str, as_json: bool
) -> None:
    """ساخت پوشهٔ داده، پروندهٔ کلید، نخستین دفتر و نخستین کاربر (مدیر سامانه)"""
    with key_of_new_office(settings), _people(settings) as people:
        if people.users():
            stop(f"این پوشهٔ داده پیش‌تر آماده شده است: {settings.data_folder}")
        begun = people.offices()  # of an init that did not come to its end
        office = begun[0] if begun else people.add_office(office_name, number, province)
        made = _add(people, user_name, full_name, Role.ADMINISTRATOR, office.id)
    _tell_user(made, as_json)
    if not as_json:
        click.echo(f"پوشهٔ داده: {settings.data_folder}\nپروندهٔ کلید: {settings.key_file}")
        click.echo("از پروندهٔ کلید جدا از داده‌ها نسخه نگه داشته شود؛ بدون آن پاسخ‌ها خواندنی نیست.")
        click.echo("گام بعد: dadkhastyar user add --role clerk … و سپس dadkhastyar serve")


@click.command()
@click.option("--if-new", is_flag=True, help="اگر پوشهٔ داده از پیش هست کاری نکند")
@json_option
@click.pass_obj
def demo(settings: Settings, if_new: bool, as_json: bool) -> None:
    """داده‌های نمونه: یک نفر برای هر نقش و سه پیش‌نویس نیمه‌کاره"""
    with clean_errors(StoreRefused):
        is_old = is_set_up(settings)
    if is_old and if_new:
        return
    if is_old:
        stop(f"این پوشهٔ داده پیش‌تر آماده شده است: {settings.data_folder}")
    with key_of_new_office(settings), sound_content(), clean_errors(StoreRefused):
        made = make_demo(settings)
    if as_json:
        say_json([_new_user(each) for each in made])
        return
    click.echo("همکاران نمونه (گذرواژه‌ها تنها همین یک بار نشان داده می‌شود):")
    for each in made:
        click.echo(f"  {each.user.role.value:<16} {each.user.name:<14} {each.password}   {each.user.full_name}")


@click.group()
def user() -> None:
    """همکاران دفتر"""


@user.command("add")
@click.argument("name")
@click.option("--full-name", required=True, help="نام و نام خانوادگی")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True, help="نقش")
@click.option("--office", "office_id", help="شناسهٔ دفتر؛ اگر یک دفتر هست لازم نیست")
@json_option
@click.pass_obj
def add_user(settings: Settings, name: str, full_name: str, role: str, office_id: str | None, as_json: bool) -> None:
    """افزودن همکار؛ گذرواژه ساخته و یک بار نشان داده می‌شود"""
    with _people(settings) as people:
        offices = people.offices()
        if office_id is None and len(offices) != 1:
            stop("بیش از یک دفتر هست؛ --office لازم است." if offices else "هنوز دفتری نیست. نخست: dadkhastyar init")
        made = _add(people, name, full_name, Role(role), office_id or offices[0].id)
    _tell_user(made, as_json)


@user.command("disable")
@click.argument("name")
@json_option
@click.pass_obj
def disable_user(settings: Settings, name: str, as_json: bool) -> None:
    """بستن دسترسی؛ از درخواست بعدی اثر دارد"""
    with _people(settings) as people:
        try:
            changed = people.disable(name)
        except NotFound:
            stop(f"کاربری با نام «{name}» نیست.")
    if as_json:
        say_json({"name": changed.name, "is_disabled": True})
    else:
        click.echo(f"دسترسی «{changed.name}» بسته شد.")


@user.command("list")
@json_option
@click.pass_obj
def list_users(settings: Settings, as_json: bool) -> None:
    """فهرست همکاران"""
    with _people(settings) as people:
        users = people.users()
    rows = [
        {
            "name": each.name,
            "full_name": each.full_name,
            "role": each.role.value,
            "office": each.office_id,
            "is_disabled": each.is_disabled,
        }
        for each in users
    ]
    if as_json:
        say_json(rows)
        return
    for row in rows:
        click.echo(f"{row['name']:<20} {row['role']:<16} {row['full_name']}{'  (بسته)' if row['is_disabled'] else ''}")


@contextmanager
def _people(settings: Settings) -> Iterator[People]:
    with office_store(settings) as store:
        yield People(store, SystemClock(), Passwords())


def _add(people: People, name: str, full_name: str, role: Role, office_id: str) -> NewUser:
    try:
        return people.add(name, full_name, role, office_id)
    except (PeopleProblem, WeakPassword) as problem:
        stop(PROBLEMS.get(getattr(problem, "code", ""), str(problem)))


def _tell_user(made: NewUser, as_json: bool) -> None:
    if as_json:
        say_json(_new_user(made))
    else:
        click.echo(f"کاربر «{made.user.name}» ساخته شد. گذرواژه (تنها همین یک بار): {made.password}")


def _new_user(made: NewUser) -> dict[str, str]:
    return {"name": made.user.name, "role": made.user.role.value, "password": made.password}
