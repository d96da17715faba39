"""Wires everything together: settings, library, store, services, web application."""

import os
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Settings:
    """Where this installation keeps things. The key file never lies inside the data folder."""

    data_folder: Path
    key_file: Path
    content_folder: Path
    static_folder: Path
    database_url: str | None = None

    @classmethod
    def from_environment(
        cls, *, data: Path | None = None, key_file: Path | None = None, content: Path | None = None
    ) -> "Settings":
        """Command-line choices first, then ``DADKHASTYAR_*``, then the user's folders."""
        env = os.environ
        home = Path.home()
        rooms = rooms_folder()
        return cls(
            data_folder=data or Path(env.get("DADKHASTYAR_DATA", home / ".local/share/dadkhastyar")),
            key_file=key_file or Path(env.get("DADKHASTYAR_KEY_FILE", home / ".config/dadkhastyar/office.key")),
            content_folder=content or Path(env.get("DADKHASTYAR_CONTENT", rooms)),
            static_folder=rooms / "static",
            database_url=env.get("DADKHASTYAR_DATABASE_URL"),
        )


def rooms_folder() -> Path:
    """The experts' rooms: beside the package in a checkout, inside it in an installed wheel."""
    installed = PACKAGE / "rooms"
    return installed if installed.is_dir() else PACKAGE.parent
