"""Fixtures of all tests: where the project is, and copies of its tables that a test may spoil."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]


@pytest.fixture(scope="session", autouse=True)
def what_is_kept_is_kept_for_the_tests_alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what is dear to make in a folder that all processes of this run share, not in the user's."""
    in_parallel = "PYTEST_XDIST_WORKER" in os.environ
    base = tmp_path_factory.getbasetemp()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_CACHE_FOLDER", str((base.parent if in_parallel else base) / "kept"))
        yield


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
