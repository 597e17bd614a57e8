"""What is dear to make, kept on disk for commands that begin anew each time.

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

from app.model.entities import Atlas
from app.model.folders import PROJECT_FOLDER, fingerprint

MOST_KEPT = 48
"""So many things are kept, of this program and of earlier ones; what was used longest ago goes first."""
PACKAGES = (
    *("babel", "branca", "charset-normalizer", "edtf", "folium", "ftfy", "geopy", "hijridate", "jdatetime"),
    *("pandas", "pandera", "plotly", "shapely"),
)
"""Packages on which it depends what comes out."""
Kept = TypeVar("Kept")


def kept_atlas(folder: Path) -> Atlas:
    """Return the atlas of the tables in `folder`, read anew only where tables or program have changed."""

    def read() -> Atlas:
        from app.model.loading import load_atlas  # noqa: PLC0415, heavy: not having to import it is the point

        return load_atlas(folder)

    return kept("atlas", fingerprint(folder), read)


def kept(name: str, depends_on: str, make: Callable[[], Kept]) -> Kept:
    """Return what `make` returns, as it was kept for this program, `name` and `depends_on`; make and keep it else.

    Whatever is wrong with the files costs time, and no more: `make` can always be called.
    """
    key = sha256("\0".join((program_version(), name, depends_on)).encode()).hexdigest()
    try:
        path = _cache_folder() / f"{key}.pickle"
    except OSError:
        return make()
    with contextlib.suppress(Exception):  # gone, cut off, or of another version of a class
        if _is_ours_alone(path) and _is_ours_alone(path.parent):
            found: Kept = pickle.loads(path.read_bytes())  # noqa: S301, nobody but this program can have written it
            path.touch()
            return found
    made = make()
    with contextlib.suppress(OSError):  # such as a full disk
        _keep(made, path)
    return made


def folder_of_ours(name: str) -> Path | None:
    """Return a folder in which another program may keep what it runs later; None where that could be a stranger's."""
    try:
        parent = _cache_folder()
        folder = parent / name
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder if _is_ours_alone(parent) and _is_ours_alone(folder) else None
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


def _is_ours_alone(path: Path) -> bool:
    """Return True where nobody else could have written it: what is unpickled may run code."""
    if os.name != "posix":
        return True  # a user's cache folder is theirs alone there
    status = path.stat()
    return status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _keep(made: object, path: Path) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(pickle.dumps(made))
    Path(file.name).replace(path)
    by_use = sorted(path.parent.glob("*.pickle"), key=lambda each: each.stat().st_mtime, reverse=True)
    for old in by_use[MOST_KEPT:]:
        old.unlink(missing_ok=True)
