"""Reading the browser's part of a component: plain files beside its Python module."""

from __future__ import annotations

from pathlib import Path

from app.model.text.folding import TABLE_FILE


def read_files(folder: Path, *names: str) -> str:
    """Return the named files of `folder`, one after the other, as one text."""
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in names)


def folding_script() -> str:
    """Return the folding of the search for the browser, with the table that Python has too."""
    return (
        f"const FOLDING = {TABLE_FILE.read_text(encoding='utf-8')};\n{read_files(Path(__file__).parent, 'folding.js')}"
    )
