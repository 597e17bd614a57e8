"""Distances on the earth, by geopy: geodesic (WGS84), and on the sphere where a rough one will do."""

from __future__ import annotations

from app.model.chronology.entities import Place

Point = tuple[float, float]
"""Latitude and longitude in degrees, WGS84."""


def distance_km(start: Place, end: Place) -> float | None:
    """Return the geodesic distance of two places in km, or None where one of them has no point."""
    if start.latitude is None or start.longitude is None or end.latitude is None or end.longitude is None:
        return None
    return geodesic_km((start.latitude, start.longitude), (end.latitude, end.longitude))


def geodesic_km(start: Point, end: Point) -> float:
    """Return the geodesic distance of two points in km."""
    from geopy.distance import geodesic  # noqa: PLC0415, heavy, and not needed for slides

    return float(geodesic(start, end).km)


def rough_km(start: Point, end: Point) -> float:
    """Return the distance of two points on the sphere in km: within half a per cent, and much faster."""
    from geopy.distance import great_circle  # noqa: PLC0415, as above

    return float(great_circle(start, end).km)
