"""The disk cache returns what would be computed, never older, never another user's, and is never needed."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.model import disk_cache
from app.model.disk_cache import cached, private_cache_dir
from app.model.tables.atlas_cache import cached_atlas
from app.model.tables.loader import load_atlas
from tests.conftest import PROJECT

MAKE = (
    "import sys; from pathlib import Path; from app.model.tables.atlas_cache import cached_atlas; "
    ""
    "cached_atlas(Path(sys.argv[1]))"
)


@pytest.fixture
def a_cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which things are kept, empty."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("ATLAS_CACHE_FOLDER", str(folder))
    return folder


def counter() -> Callable[[], int]:
    """Return what counts how often it is called."""
    calls: list[None] = []

    def made() -> int:
        calls.append(None)
        return len(calls)

    return made


def test_a_kept_atlas_is_the_one_that_would_be_read(a_cache_of_its_own: Path, a_copy_of_the_tables: Path) -> None:
    read = load_atlas(a_copy_of_the_tables)
    assert cached_atlas(a_copy_of_the_tables) == read
    assert len(list(a_cache_of_its_own.iterdir())) == 1
    assert cached_atlas(a_copy_of_the_tables) == read
    events = a_copy_of_the_tables / "events.csv"
    first, *rest = events.read_text(encoding="utf-8").splitlines()
    events.write_text("\n".join([first, *rest[1:], ""]), encoding="utf-8")
    assert len(cached_atlas(a_copy_of_the_tables).events) == len(read.events) - 1


def test_what_is_kept_is_found_without_what_reads_tables(a_cache_of_its_own: Path) -> None:
    assert not a_cache_of_its_own.exists()
    cached_atlas(PROJECT / "data")
    told = subprocess.run(
        [sys.executable, "-c", MAKE + "; print(*sys.modules)", str(PROJECT / "data")],
        capture_output=True,
        text=True,
        check=True,
        cwd=PROJECT,
    )
    assert {"pandas", "pandera", "edtf", "geopy", "folium", "plotly"}.isdisjoint(told.stdout.split())


@pytest.mark.usefixtures("a_cache_of_its_own")
def test_each_thing_is_made_once() -> None:
    made = counter()
    assert [cached("one", "a", made), cached("one", "a", made)] == [1, 1]
    assert [cached("one", "b", made), cached("two", "a", made)] == [2, 3]


@pytest.mark.usefixtures("a_cache_of_its_own")
def test_another_program_makes_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    made = counter()
    cached("one", "a", made)
    monkeypatch.setattr(disk_cache, "program_version", lambda: "another")
    assert cached("one", "a", made) == 2


@pytest.mark.parametrize("content", [b"", b"no pickle", pickle.dumps([1, 2])[:-3], b"cno_such_module\nclass\n."])
def test_a_spoilt_file_is_made_anew(a_cache_of_its_own: Path, content: bytes) -> None:
    made = counter()
    cached("one", "a", made)
    (path,) = a_cache_of_its_own.iterdir()
    path.write_bytes(content)
    assert [cached("one", "a", made), cached("one", "a", made)] == [2, 2]


@pytest.mark.skipif(os.name != "posix", reason="who may write a file is said otherwise there")
@pytest.mark.parametrize("whose", ["file", "folder"])
def test_what_others_may_write_is_not_read(a_cache_of_its_own: Path, whose: str) -> None:
    made = counter()
    cached("one", "a", made)
    (path,) = a_cache_of_its_own.iterdir()
    (path if whose == "file" else path.parent).chmod(0o777)
    assert cached("one", "a", made) == 2


@pytest.mark.skipif(os.name != "posix", reason="who may write a folder is said otherwise there")
@pytest.mark.parametrize("whose", [".", "node"])
def test_another_program_keeps_nothing_where_others_may_write(a_cache_of_its_own: Path, whose: str) -> None:
    folder = private_cache_dir("node")
    assert folder == a_cache_of_its_own / "node"
    assert folder.stat().st_mode & 0o777 == 0o700
    (a_cache_of_its_own / whose).chmod(0o777)
    assert private_cache_dir("node") is None


def test_another_program_keeps_nothing_where_nothing_can_be_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("ATLAS_CACHE_FOLDER", str(tmp_path / "file"))
    assert private_cache_dir("node") is None


def test_where_nothing_can_be_kept_all_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("ATLAS_CACHE_FOLDER", str(tmp_path / "file" / "cache"))
    made = counter()
    assert [cached("one", "a", made), cached("one", "a", made)] == [1, 2]


def test_what_was_used_longest_ago_goes_first(a_cache_of_its_own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk_cache, "MAX_ENTRIES", 2)
    made = counter()
    for age, name in enumerate(("one", "two")):
        cached(name, "a", made)
        for path in a_cache_of_its_own.iterdir():
            os.utime(path, (age, path.stat().st_mtime - 100))
    cached("one", "a", made)
    cached("three", "a", made)
    assert len(list(a_cache_of_its_own.iterdir())) == 2
    assert cached("one", "a", made) == 1
