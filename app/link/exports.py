"""The file that is being made for a session; a server keeps it for as long as the session lasts."""

from __future__ import annotations

from typing import Literal

from app.link.session import keep, kept
from app.slides.queue.export_process import Export
from app.slides.queue.job import Job

Origin = Literal["slide", "deck"]
"""Which part of the page asked for a file: that of one slide, or that of the deck."""


def start_export(job: Job, origin: Origin) -> None:
    """Begin to make a file; one that is still under way in this session is given up for it."""
    if before := _current():
        before[0].cancel()
    keep("export", (Export(job), origin))


def current_export(origin: Origin) -> Export | None:
    """Return the file that was asked for last, if that part of the page asked for it; else None."""
    found = _current()
    return found[0] if found and found[1] == origin else None


def _current() -> tuple[Export, Origin] | None:
    found: tuple[Export, Origin] | None = kept("export")
    return found


def watch() -> None:
    """Note that the page shows how far the file is."""
    keep("export-watched", True)


def stop_watching() -> bool:
    """Return True, once, where the page has shown how far the file was."""
    watched = bool(kept("export-watched"))
    keep("export-watched", False)
    return watched
