"""Distances on the earth, by geopy's geodesic (WGS84)."""

from __future__ import annotations

from geopy.distance import geodesic

from app.model.entities import Place


def distance_km(start: Place, end: Place) -> float | None:
    """Return the geodesic distance of two places in km, or None where one of them has no point."""
    if not (start.located and end.located):
        return None
    return float(geodesic((start.latitude, start.longitude), (end.latitude, end.longitude)).km)
