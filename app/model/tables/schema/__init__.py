"""The tables of `data/`: what one row means, every column with an example, and the rules between them."""

from __future__ import annotations

from app.model.tables.schema.actors import ACTORS
from app.model.tables.schema.chapters import CHAPTERS
from app.model.tables.schema.crossing_states import CROSSING_STATES
from app.model.tables.schema.events import EVENTS
from app.model.tables.schema.places import PLACES
from app.model.tables.schema.reports import REPORTS
from app.model.tables.schema.route_points import ROUTE_POINTS
from app.model.tables.schema.routes import ROUTES
from app.model.tables.schema.sources import SOURCES
from app.model.tables.schema.themes import THEMES

__all__ = [
    "ACTORS",
    "CHAPTERS",
    "CROSSING_STATES",
    "EVENTS",
    "PLACES",
    "REPORTS",
    "ROUTES",
    "ROUTE_POINTS",
    "SOURCES",
    "TABLES",
    "THEMES",
]


TABLES = (PLACES, ACTORS, THEMES, EVENTS, REPORTS, CROSSING_STATES, ROUTES, ROUTE_POINTS, CHAPTERS, SOURCES)
"""Every table, those that others refer to first."""
