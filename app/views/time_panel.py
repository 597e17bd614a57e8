"""The time panel, slider and timeline on one scale: its part in the browser and what it draws, for app and slides."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from app.browser.bundle import module, stylesheet
from app.model.entities import Atlas
from app.model.filtering import range_of
from app.model.timescale import TimeScale
from app.model.view import View
from app.views.colours import PALETTES
from app.views.payload import (
    chapters_payload,
    density_payload,
    scale_payload,
    spans_payload,
    themes_payload,
)
from app.words import words


def panel_script() -> str:
    """Return the panel's module, whose default export mounts it."""
    return module("time_panel/index.js")


def panel_style() -> str:
    """Return the panel's stylesheet."""
    return stylesheet("time_panel/time_panel.css")


def panel_payload(atlas: Atlas, scale: TimeScale, view: View, passing: list[str] | None) -> dict[str, Any]:
    """Return what the panel shows of a View, but for the drawn timeline and what is a session's alone.

    `passing` has the ids of the events that pass the filters, or is None where all do.
    """
    return {
        "themes": themes_payload(atlas, view.language),
        "palettes": {name: asdict(palette) for name, palette in PALETTES.items()},
        "scale": scale_payload(scale),
        "density": density_payload(atlas, scale, view.basis, passing),
        "range": range_of(view, scale),
        "selected": view.selected,
        "basis": view.basis,
        "certainty": view.certainty,
        "passing": passing,
        "events": [{"id": event.id, "spans": spans_payload(event)} for event in atlas.events],
        "chapters": chapters_payload(atlas, scale, view.language),
        "camera": view.camera,
        "extent": view.extent,
        "language": view.language,
        "words": words(view.language),
    }
