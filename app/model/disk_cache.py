"""Disk cache (pickle) of expensive results, so that each run of a command starts warm.

A slide is to take four seconds; reading and checking the tables takes two, most of it for importing what checks them,
and Folium and Plotly another. None of it differs from one slide to the next.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import stat
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from platformdirs import user_cache_path

from app.model.paths import PROJECT_FOLDER

MAX_ENTRIES = 48
"""Maximum entries, of this version of the program and of earlier ones; the least recently used are deleted."""
PACKAGES = (
    *("babel", "branca", "charset-normalizer", "edtf", "folium", "ftfy", "geopy", "hijridate", "jdatetime"),
    *("pandas", "pandera", "plotly", "shapely"),
)
"""Packages on which it depends what comes out."""
Cached = TypeVar("Cached")


def cached(name: str, depends_on: str, make: Callable[[], Cached]) -> Cached:
    """Return the result of `make`, from the cache if it is there for this program, `name` and `depends_on`.

    An unusable file only costs time: `make` is called again.
    """
    key = sha256("\0".join((program_version(), name, depends_on)).encode()).hexdigest()
    try:
        path = _cache_folder() / f"{key}.pickle"
    except OSError:
        return make()
    with contextlib.suppress(Exception):  # gone, cut off, or of another version of a class
        if _is_private(path) and _is_private(path.parent):
            found: Cached = pickle.loads(path.read_bytes())  # noqa: S301, nobody but this program can have written it
            path.touch()
            return found
    made = make()
    with contextlib.suppress(OSError):  # such as a full disk
        _store(made, path)
    return made


def private_cache_dir(name: str) -> Path | None:
    """Return a folder that other programs may use as a cache; None where another user could write to it."""
    try:
        parent = _cache_folder()
        folder = parent / name
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder if _is_private(parent) and _is_private(folder) else None
    except OSError:
        return None


def _cache_folder() -> Path:
    named = os.environ.get("ATLAS_CACHE_FOLDER")
    folder = Path(named) if named else user_cache_path("iraq-syria-atlas", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


@cache
def program_version() -> str:
    """Return a hash of the program, of the packages it builds on, and of the base map."""
    digest = sha256(" ".join([sys.version, *(version(name) for name in PACKAGES)]).encode())
    for folder in ("app", "data/basemap"):
        for path in sorted((PROJECT_FOLDER / folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _is_private(path: Path) -> bool:
    """Return True where no other user can have written it: unpickling can run code."""
    if os.name != "posix":
        return True  # a user's cache folder is theirs alone there
    status = path.stat()
    return status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _store(made: object, path: Path) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(pickle.dumps(made))
    Path(file.name).replace(path)
    by_use = sorted(path.parent.glob("*.pickle"), key=lambda each: each.stat().st_mtime, reverse=True)
    for old in by_use[MAX_ENTRIES:]:
        old.unlink(missing_ok=True)
