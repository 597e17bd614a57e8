"""Fixtures of all tests: where the project is, and copies of its tables that a test may spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]


@pytest.fixture
def a_copy_of_the_tables(tmp_path: Path) -> Path:
    """Return a folder with a copy of every table, free to be spoilt."""
    folder = tmp_path / "tables"
    folder.mkdir()
    copy_tables(folder)
    return folder


def copy_tables(folder: Path) -> None:
    """Copy every table of the project into a folder, over what stands there."""
    for table in (PROJECT / "data").glob("*.csv"):
        shutil.copy(table, folder)
