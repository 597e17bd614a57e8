"""The browser's scripts by themselves: linted, checked against their types, and tested without a browser."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from deno import find_deno_bin

from app.browser.bundle import FOLDER
from app.model.chronology.source_text import Paragraph
from app.views import card_texts, dataset
from app.views.looks import looks
from tests.model.made_up_chronology import CHRONOLOGY

TIME_LIMIT_S = 180
CONFIG = f"--config={FOLDER / 'deno.json'}"
TESTS = Path(__file__).parent
MODULES, TEST_MODULES = (sorted(str(path) for path in folder.rglob("*.js")) for folder in (FOLDER, TESTS))
CHECKED = {"app": (CONFIG, *MODULES), "tests": (f"--config={TESTS / 'deno.json'}", *TEST_MODULES)}
"""Each with its own strictness: tests may look up what they know to be there."""


PARAGRAPHS = (Paragraph(1, "First", "One."), Paragraph(2, "First", "Two."), Paragraph(3, "Second", "Three."))
CARDS_IN_A_FILE = 4
"""So few that the made-up chronology has several files."""


@pytest.fixture
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file with the made-up chronology, as the browser gets it."""
    monkeypatch.setattr(card_texts, "CARDS_IN_A_FILE", CARDS_IN_A_FILE)
    cards = [
        f"cards/{language}/{n}"
        for language in ("en", "ar")
        for n in range(-(-len(CHRONOLOGY.events) // CARDS_IN_A_FILE))
    ]
    names = ("dataset", "search", "document", "register/en", "register/ar", *cards)
    files = {name: json.loads(dataset.dataset_file(CHRONOLOGY, PARAGRAPHS, name)) for name in names}
    path = tmp_path / "made-up.json"
    path.write_text(json.dumps({"looks": looks(), "files": files}), encoding="utf-8")
    return path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [find_deno_bin(), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIME_LIMIT_S,
        check=False,
        env={"NO_COLOR": "1", "PATH": "", "DENO_NO_UPDATE_CHECK": "1"},
    )


def test_deno_finds_no_fault_in_the_scripts() -> None:
    ran = run("lint", "--quiet", CONFIG, *MODULES, *TEST_MODULES)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("name", CHECKED)
def test_the_scripts_fit_their_types(name: str) -> None:
    ran = run("check", "--quiet", "--no-lock", "--no-remote", *CHECKED[name])
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_core_does_what_its_tests_say(made_up: Path) -> None:
    options = ("--quiet", "--no-check", CONFIG, "--no-lock", "--no-remote", f"--allow-read={made_up}")
    ran = run("test", *options, str(TESTS), "--", str(made_up))
    assert ran.returncode == 0, ran.stdout + ran.stderr
