"""An office's own commands: set up, serve, people, the audit log, backup and restore."""

import signal
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import IO, NoReturn

import click

from assistant.app import Settings, build_office, build_web, is_set_up, make_demo, open_office_store
from assistant.cli.library_loading import sound_content
from assistant.cli.output import FINE, FOUND, clean_errors, json_option, say_json, stop
from assistant.domain.ledger import LedgerReport, verified_lines
from assistant.domain.people import Role
from assistant.services.access import NotFound
from assistant.services.office_time import SystemClock
from assistant.services.passwords import Passwords, WeakPassword
from assistant.services.people import NewUser, People, PeopleProblem
from assistant.storage.backups import backup as write_backup
from assistant.storage.errors import KeyFileMissing, StoreRefused
from assistant.storage.key_file import create_key_file
from assistant.storage.restoring import restore as read_backup
from assistant.storage.sql_store import SqlStore

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
    with _key_of_new_office(settings), _people(settings) as people:
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
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="درگاه")
@click.option("--threads", type=click.IntRange(1, 64), default=8, show_default=True, help="شمار رشته‌ها")
@click.option("--behind-tls", metavar="HOST", help="نام دستگاه، وقتی واسط TLS جلوی برنامه است")
@json_option
@click.pass_obj
def serve(settings: Settings, port: int, threads: int, behind_tls: str | None, as_json: bool) -> None:
    """راه‌اندازی سرور روی همین دستگاه"""
    from waitress import create_server

    _refuse_busy_port(port)
    _refuse_without_office(settings)
    with sound_content(), clean_errors(StoreRefused):
        office = build_office(settings, as_server=True)
    application = build_web(office, settings, host_name=behind_tls)
    server = create_server(application, host="127.0.0.1", port=port, threads=threads, ident=None)
    address = f"http://127.0.0.1:{port}"
    say_json({"address": address}) if as_json else click.echo(f"آماده: {address}   (پایان: Ctrl+C)")
    signal.signal(signal.SIGTERM, _end)  # requests under way are answered, the database is closed
    try:
        server.run()
    finally:
        server.close()
        office.store.close()


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


@click.group()
def audit() -> None:
    """زنجیرهٔ رویدادها"""


@audit.command("verify")
@json_option
@click.pass_obj
def verify_audit(settings: Settings, as_json: bool) -> None:
    """بررسی درستی زنجیرهٔ رویدادها"""
    with clean_errors(StoreRefused), closing(_open_store(settings)) as store:
        report, books = store.verify_audit(), store.verify_ledgers()
    is_intact = report.is_intact and all(book.is_intact for book in books)
    if as_json:
        say_json(
            {
                "count": report.count,
                "is_intact": is_intact,
                "first_broken": report.first_broken,
                "head": report.head,
                "ledgers": [asdict(book) for book in books],
            }
        )
        raise SystemExit(FINE if is_intact else FOUND)
    if report.is_intact:
        click.echo(f"زنجیره درست است: {report.count} رویداد، سر زنجیره {report.head[:20]}")
    else:
        click.echo(f"زنجیره از رویداد {report.first_broken} با آنچه ثبت شده بود یکی نیست ({report.count} رویداد).")
    for book in books:
        click.echo(_told(book))
    raise SystemExit(FINE if is_intact else FOUND)


@audit.command("verify-export")
@click.argument("file", type=click.File(encoding="utf-8", errors="replace"))
@json_option
def verify_export(file: IO[str], as_json: bool) -> None:
    """بررسی زنجیرهٔ یک خروجی دفتر (هر سطر یک ثبت)، بی پایگاه داده"""
    report = verified_lines(file)
    if as_json:
        say_json(asdict(report))
    else:
        click.echo(_told(report))
    raise SystemExit(FINE if report.is_intact else FOUND)


def _told(book: LedgerReport) -> str:
    name = f"دفتر {book.book or '—'} ({book.office_id or '—'})"
    if book.is_intact:
        return f"{name} درست است: {book.count} ثبت، سر زنجیره {book.head[:20]}"
    return f"{name} از ثبت {book.first_broken} با آنچه ثبت شده بود یکی نیست ({book.count} ثبت)."


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def backup(settings: Settings, file: Path, as_json: bool) -> None:
    """پشتیبان، هنگام کار هم"""
    with clean_errors(StoreRefused), closing(_open_store(settings)) as store:
        counts = write_backup(store, file)
    if as_json:
        say_json({"file": str(file), "rows": dict(counts)})
    else:
        click.echo(f"پشتیبان نوشته و بازخوانی شد: {file} ({counts.get('draft', 0)} پیش‌نویس)")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def restore(settings: Settings, file: Path, as_json: bool) -> None:
    """بازگردانی پشتیبان؛ پایگاه کنونی کنار گذاشته می‌شود، نشست‌ها پایان می‌یابد"""
    with clean_errors(StoreRefused):
        report = read_backup(settings.data_folder, settings.key_file, file, url=settings.database_url)
    if as_json:
        say_json({"file": str(file)} | asdict(report) | {"kept": str(report.kept) if report.kept else None})
        return
    click.echo(f"بازگردانده شد. پایگاه پیشین: {report.kept or '—'}")
    if not report.audit_is_intact:
        click.echo("زنجیرهٔ رویدادهای پشتیبان با آنچه ثبت شده بود یکی نیست: dadkhastyar audit verify")
    if report.lost_entries:
        click.echo(f"رویدادهایی که پس از پشتیبان ثبت شده بود و دیگر نیست: {report.lost_entries}")
    if report.disabled_again:
        click.echo(f"دسترسی بسته ماند: {'، '.join(report.disabled_again)}")
    if report.changed_since:
        click.echo(f"گذرواژه، نقش یا دفتر پس از پشتیبان تغییر کرده بود: {'، '.join(report.changed_since)}")


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
    with _key_of_new_office(settings), sound_content(), clean_errors(StoreRefused):
        made = make_demo(settings)
    if as_json:
        say_json([_new_user(each) for each in made])
        return
    click.echo("همکاران نمونه (گذرواژه‌ها تنها همین یک بار نشان داده می‌شود):")
    for each in made:
        click.echo(f"  {each.user.role.value:<16} {each.user.name:<14} {each.password}   {each.user.full_name}")


@contextmanager
def _key_of_new_office(settings: Settings) -> Iterator[None]:
    """Makes the key file; takes it away again where the database turns out to be sealed with another."""
    if settings.key_file.exists():
        yield
        return
    with clean_errors(StoreRefused):
        if not settings.database_url and is_set_up(settings):
            raise KeyFileMissing(settings.key_file)
        settings.data_folder.mkdir(parents=True, exist_ok=True)
        create_key_file(settings.key_file)
    try:
        with closing(open_office_store(settings)):
            pass
    except StoreRefused as refused:
        settings.key_file.unlink()
        stop(str(refused))
    yield


@contextmanager
def _people(settings: Settings) -> Iterator[People]:
    """The office's people; the store is closed again afterwards."""
    with clean_errors(StoreRefused), closing(_open_store(settings)) as store:
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


def _refuse_without_office(settings: Settings) -> None:
    """Before ``init`` there is neither a database nor a key: that is not a lost key."""
    if not settings.database_url and not settings.key_file.exists() and not is_set_up(settings):
        stop(f"هنوز دفتری در {settings.data_folder} ساخته نشده است. نخست: dadkhastyar init")


def _open_store(settings: Settings) -> SqlStore:
    _refuse_without_office(settings)
    return open_office_store(settings)


def _end(_signal: int, _frame: object) -> NoReturn:
    raise SystemExit(FINE)


def _refuse_busy_port(port: int) -> None:
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            stop(f"درگاه {port} در دست برنامهٔ دیگری است. نمونه: dadkhastyar serve --port {port + 1}")
