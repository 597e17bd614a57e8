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
    for table in (PROJECT / "data").glob("*.csv"):
        shutil.copy(table, folder)
    return folder
