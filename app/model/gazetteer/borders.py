"""In which country of the base map a point lies, and how far from the Iraq–Syria line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from babel.core import get_global

from app.model.gazetteer.countries import nearest_km
from app.model.paths import BASE_MAP

if TYPE_CHECKING:
    from shapely.geometry import LineString
    from shapely.geometry.base import BaseGeometry

LINE_OFF_KM = 3.4
"""How far the base map's Iraq–Syria line lies from OpenStreetMap's at most, km; see data/basemap/README.md."""
_WEST, _SOUTH, _EAST, _NORTH = 26.0, 22.0, 64.0, 43.0
"""The base map's frame, degrees."""


@dataclass(frozen=True)
class BorderSide:
    """On which side of the borders a point lies, as the base map draws them."""

    country: str
    """English name on the base map; empty at sea and outside its frame."""
    code: str
    """ISO 3166-1 alpha-2 code; empty where the base map gives none."""
    disputed_area: str
    """Name of the disputed area that it lies in; else empty."""
    line_km: float | None
    """Distance to the Iraq–Syria line, km; None outside the frame."""

    @property
    def near_line(self) -> bool:
        """True where the base map cannot tell Iraq from Syria."""
        return self.line_km is not None and self.line_km <= LINE_OFF_KM

    def in_words(self) -> str:
        """Return where it lies as part of a sentence, with the doubt that there is."""
        if self.line_km is None and not self.country:
            return "outside the base map"
        words = f"in {self.country}" if self.country else "in no country of the base map (at sea, or on a coast)"
        if self.disputed_area:
            words += f", in a disputed area ({self.disputed_area})"
        if self.near_line:
            doubt = f"within {LINE_OFF_KM} km of the line, which is how far the base map’s line may be off"
            words += f", {self.line_km:.1f} km from the Iraq–Syria line ({doubt})"
        return words


@dataclass(frozen=True)
class _BaseMap:
    """The parts of the base map that tell sides apart."""

    countries: tuple[tuple[dict[str, str], BaseGeometry], ...]
    """Properties and polygons of each country."""
    disputed_areas: tuple[tuple[dict[str, str], BaseGeometry], ...]
    """Properties and polygons of each disputed area."""
    line: LineString
    """The Iraq–Syria border."""


def side_of(latitude: float, longitude: float) -> BorderSide:
    """Return the side on which a point (WGS84 degrees) lies."""
    from shapely.geometry import Point  # noqa: PLC0415, needs half a second, and no page asks for sides

    base_map = _base_map()
    point = Point(longitude, latitude)
    country = next((about for about, shape in base_map.countries if shape.intersects(point)), {})
    disputed = next((about for about, shape in base_map.disputed_areas if shape.intersects(point)), {})
    in_frame = _SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST
    return BorderSide(
        country=country.get("name", ""),
        code=_alpha_2(country.get("iso", "")),
        disputed_area=disputed.get("name", ""),
        line_km=nearest_km(base_map.line, (latitude, longitude)) if in_frame else None,
    )


@cache
def _base_map() -> _BaseMap:
    from shapely.geometry import shape  # noqa: PLC0415, as above

    layers: dict[str, list[tuple[dict[str, str], Any]]] = {"country": [], "disputed_area": [], "border": []}
    for feature in json.loads(BASE_MAP.read_text(encoding="utf-8"))["features"]:
        about = feature["properties"]
        if about["layer"] in layers:
            layers[about["layer"]].append((about, shape(feature["geometry"])))
    line = next(border for about, border in layers["border"] if about["kind"] == "iraq_syria")
    return _BaseMap(tuple(layers["country"]), tuple(layers["disputed_area"]), line)


def _alpha_2(numeric: str) -> str:
    """Return the two letters of a numeric ISO 3166-1 code, or an empty text."""
    return str(next(iter(get_global("territory_aliases").get(numeric, ())), ""))
