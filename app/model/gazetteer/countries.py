"""The countries of the world as polygons: in which one a point lies, and how far it is from another."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from math import cos, radians
from typing import TYPE_CHECKING, Any

from app.model.gazetteer.distances import Point, geodesic_km
from app.model.paths import PROJECT_FOLDER

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

COUNTRIES = PROJECT_FOLDER / "data" / "basemap" / "countries.geojson"
OUTLINE_ERROR_KM = 5.0
"""How far the simplified outlines may be off, km; see data/basemap/README.md."""


@dataclass(frozen=True)
class Country:
    """A country as the base map draws it."""

    name: str
    """English name."""
    code: str
    """ISO 3166-1 alpha-2 code; empty where there is none."""
    outline: dict[str, Any]
    """GeoJSON geometry, WGS84 degrees."""


def country_at(point: Point) -> Country | None:
    """Return the country in which a point lies; None at sea."""
    from shapely.geometry import Point as Dot  # noqa: PLC0415, heavy, and only needed to check points

    dot = Dot(point[1], point[0])
    return next((country for at, country in enumerate(_countries()) if _shape(at).intersects(dot)), None)


def km_from_country(code: str, point: Point) -> float | None:
    """Return how far a point lies outside a country, km: 0 inside; None where no outline has the code."""
    from shapely.geometry import Point as Dot  # noqa: PLC0415, as above

    dot = Dot(point[1], point[0])
    outlines = [_shape(at) for at, country in enumerate(_countries()) if country.code == code]
    distances_km = (0.0 if outline.intersects(dot) else nearest_km(outline, point) for outline in outlines)
    return min(distances_km, default=None)


def country_name(code: str) -> str:
    """Return the English name of a country code, or the code itself where no outline has it."""
    return next((country.name for country in _countries() if country.code == code), code)


def nearest_km(shape: BaseGeometry, point: Point) -> float:
    """Return the geodesic distance of a point to the nearest point of a shape (longitude, latitude), km."""
    from shapely.affinity import scale  # noqa: PLC0415, as above
    from shapely.geometry import Point as Dot  # noqa: PLC0415
    from shapely.ops import nearest_points  # noqa: PLC0415

    latitude, longitude = point
    # A degree of longitude is shorter than one of latitude: scaled alike, the nearest in degrees is the nearest in km.
    squeeze = max(cos(radians(latitude)), 0.01)
    nearest, _ = nearest_points(scale(shape, xfact=squeeze, origin=(0, 0)), Dot(longitude * squeeze, latitude))
    return geodesic_km(point, (nearest.y, nearest.x / squeeze))


@cache
def _countries() -> tuple[Country, ...]:
    features = json.loads(COUNTRIES.read_text(encoding="utf-8"))["features"]
    return tuple(
        Country(feature["properties"]["name"], feature["properties"]["code"], feature["geometry"])
        for feature in features
    )


@cache
def _shape(at: int) -> BaseGeometry:
    from shapely import prepare  # noqa: PLC0415, as above
    from shapely.geometry import shape  # noqa: PLC0415

    outline = shape(_countries()[at].outline)
    prepare(outline)
    return outline
