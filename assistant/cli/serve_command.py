"""``serve``: the pages on this machine until somebody ends them."""

import signal
import socket
from typing import NoReturn

import click

from assistant.app import Settings, build_office, build_web
from assistant.cli.library_loading import sound_content
from assistant.cli.office_opening import refuse_without_office
from assistant.cli.output import FINE, clean_errors, json_option, say_json, stop
from assistant.storage.errors import StoreRefused


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
    refuse_without_office(settings)
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


def _end(_signal: int, _frame: object) -> NoReturn:
    raise SystemExit(FINE)


def _refuse_busy_port(port: int) -> None:
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            stop(f"درگاه {port} در دست برنامهٔ دیگری است. نمونه: dadkhastyar serve --port {port + 1}")
