"""The browser's scripts by themselves: linted, checked against their types, and tested without a browser."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from deno import find_deno_bin

from app.browser.bundle import FOLDER

TIME_LIMIT_S = 180
CONFIG = f"--config={FOLDER / 'deno.json'}"
TESTS = Path(__file__).parent
MODULES = sorted(str(path) for folder in (FOLDER, TESTS) for path in folder.rglob("*.js"))


@pytest.mark.parametrize(
    "command",
    [("lint", CONFIG), ("check", CONFIG, "--no-lock", "--no-remote"), ("test", CONFIG, "--no-lock", "--no-remote")],
    ids=lambda command: str(command[0]),
)
def test_deno_finds_no_fault_in_the_scripts(command: tuple[str, ...]) -> None:
    files = [str(TESTS)] if command[0] == "test" else MODULES
    ran = subprocess.run(
        [find_deno_bin(), command[0], "--quiet", *command[1:], *files],
        capture_output=True,
        text=True,
        timeout=TIME_LIMIT_S,
        check=False,
        env={"NO_COLOR": "1", "PATH": "", "DENO_NO_UPDATE_CHECK": "1"},
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
