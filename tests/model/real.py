"""The project's own tables, loaded once for all tests that only look at them."""

from __future__ import annotations

from functools import cache

from app.model.chronology.entities import Atlas
from app.model.paths import PROJECT_FOLDER
from app.model.tables.loader import load_atlas

DATA = PROJECT_FOLDER / "data"


@cache
def the_real_atlas(layers: tuple[str, ...] = ()) -> Atlas:
    """Return the atlas of the essay, and of the layers beyond it that are asked for."""
    return _with_all_layers().with_layers(layers)


@cache
def _with_all_layers() -> Atlas:
    return load_atlas(DATA)
