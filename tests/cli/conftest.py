"""One office for each test of the command line, in a folder of its own."""

import pytest
from click.testing import CliRunner

from assistant.cli import commands


@pytest.fixture
def run(tmp_path):
    def run(*arguments, code=0):
        base = ["--data", str(tmp_path / "office"), "--key-file", str(tmp_path / "keys/office.key")]
        result = CliRunner().invoke(commands, [*base, *map(str, arguments)], catch_exceptions=False)
        assert result.exit_code == code, result.output
        return result

    return run
