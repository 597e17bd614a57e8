"""Reading the browser's part of a component: plain files beside its Python module."""

from __future__ import annotations

from pathlib import Path


def read_files(folder: Path, *names: str) -> str:
    """Return the named files of `folder`, one after the other, as one text."""
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in names)
