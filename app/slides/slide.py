"""What a slide is: a View, a title, and the size of its picture; and what its file is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode, urljoin

from app.model.view import View, view_to_url

PROJECT = "iraq-syria"


@dataclass(frozen=True)
class Size:
    """How large a picture is, and how large its writing."""

    width_px: int
    """Width of the picture, pixels."""
    height_px: int
    """Height of the picture, pixels."""
    scale: float
    """Pixels of the picture to one CSS pixel: both sides divide by it, so that the picture is exactly so large."""
    name: str = ""
    """Name in the command and in file names; empty for width and height."""

    def __str__(self) -> str:
        return self.name or f"{self.width_px}x{self.height_px}"

    @property
    def viewport(self) -> tuple[int, int]:
        """Width and height of the page, CSS pixels."""
        return round(self.width_px / self.scale), round(self.height_px / self.scale)


SIZES: Mapping[str, Size] = {
    str(size): size
    for size in (
        Size(1920, 1080, 1.5),
        Size(3840, 2160, 3),
        Size(1280, 720, 1),
        Size(1024, 768, 1),
        Size(1080, 1080, 1.25),
        Size(2970, 2100, 2.5, "a4"),
    )
}
"""Sizes on offer, by name. A4 is landscape, ten pixels to the millimetre."""


@dataclass(frozen=True)
class Slide:
    """One slide."""

    view: View
    """What is shown of the atlas."""
    title: str = ""
    """Heading; empty for the atlas's own."""
    size: Size = field(default=SIZES["1920x1080"])
    """Size of its picture."""
    address: str = "http://localhost:8501/"
    """Where the dashboard is, for the link to the same view."""


def permalink(slide: Slide) -> str:
    """Return the address of the dashboard's view that the slide shows."""
    query = urlencode(view_to_url(slide.view))
    return urljoin(slide.address, f"?{query}" if query else "")


def file_name(slide: Slide, days: tuple[date, date], suffix: str) -> str:
    """Return a file name that says what is in it; `days` are first and last day of the range, `suffix` is png or so."""
    first, last = (day.isoformat() for day in days)
    sized = f"_{slide.size}" if suffix == "png" else ""
    return f"{PROJECT}_{first}_{last}_{slide.view.language}{sized}.{suffix}"
