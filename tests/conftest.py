"""Of all tests: where the project is, copies of its tables that a test may spoil, and what runs beside what."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
BROWSER_TESTS = PROJECT / "tests" / "browser"


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Return one worker more than there are processors: a worker that waits for its browser leaves one idle."""
    return (yield) + 1


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where several workers share the tests, begin with the long files: one that comes last keeps all others waiting.

    Browser tests are the long ones. Without workers the quick tests still come first, and fail first.
    """
    if not hasattr(config, "workerinput"):
        return
    tests_of = Counter(item.path for item in items)
    items.sort(key=lambda item: (not item.path.is_relative_to(BROWSER_TESTS), -tests_of[item.path], item.path))


@pytest.fixture(scope="session")
def shared_tmp_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all processes of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session", autouse=True)
def isolated_cache(shared_tmp_dir: Path) -> Iterator[None]:
    """Use a cache folder of this test run, not the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_CACHE_FOLDER", str(shared_tmp_dir / "kept"))
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
