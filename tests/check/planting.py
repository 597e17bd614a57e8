"""Lay a planted fault over a copy of the sound tables."""

from __future__ import annotations

import shutil
from pathlib import Path

SOUND = Path(__file__).parent / "sound"
FAULTS = Path(__file__).parent / "faults"
MISSING = ".missing"
"""A file `routes.csv.missing` in a fault's folder says that there is no `routes.csv`."""


def names_of_faults() -> list[str]:
    """Return the names of the folders, each a sentence."""
    return sorted(folder.name for folder in FAULTS.iterdir() if folder.is_dir())


def expected(fault: str) -> str:
    """Return what the check prints of a fault."""
    return (FAULTS / fault / "expected.txt").read_text(encoding="utf-8")


def planted(fault: str, folder: Path) -> Path:
    """Make `folder` a copy of the sound tables with a fault laid over it."""
    shutil.copytree(SOUND, folder)
    for spoilt in (FAULTS / fault).iterdir():
        target = folder / spoilt.name
        if spoilt.suffix == MISSING:
            (folder / spoilt.stem).unlink()
        elif spoilt.is_dir():
            target.unlink()
            shutil.copytree(spoilt, target)
        elif spoilt.name != "expected.txt":
            shutil.copy(spoilt, target)
    return folder
