"""Asking a Nominatim server where a place is, at most once a second, by geopy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from app.model.gazetteer.distances import Point, geodesic_km
from app.model.text.untrusted_text import one_line

if TYPE_CHECKING:
    from geopy.exc import GeopyError

CREDIT = "© OpenStreetMap contributors, ODbL"
SECONDS_APART = 1.1
"""Between two requests. The rule is one a second; the tenth is for a first request that was slow on its way."""
MAX_ANSWERS = 40
"""What Nominatim gives at most."""
_LARGEST_RADIUS_KM = 6000
_KINDS = {
    "place=city": "city",
    "place=town": "town",
    "place=country": "country",
    "place=region": "region",
    "place=sea": "sea",
    "boundary=administrative:city": "city",
    "boundary=administrative:town": "town",
    "boundary=administrative:country": "country",
    "natural=peak": "mountain",
    "natural=mountain_range": "mountain",
    "amenity=prison": "prison",
    "amenity=refugee_site": "camp",
    "amenity=embassy": "embassy",
    "barrier=border_control": "crossing",
    "landuse=port": "port",
    "industrial=port": "port",
}
"""The tags of OpenStreetMap that can mean one kind of place only; a boundary's with what it bounds."""


class NominatimError(Exception):
    """A server gave no answer that can be used; the message is one sentence that says what to do."""


@dataclass(frozen=True)
class Server:
    """Where a Nominatim server is."""

    scheme: str
    """https or http."""
    domain: str
    """Host, with port and path if need be."""


@dataclass(frozen=True)
class Answer:
    """One place that Nominatim offers; its texts are untrusted, without what could command a terminal."""

    display_name: str
    """Nominatim's long name, with what the place lies in."""
    name_en: str
    """OpenStreetMap's English name, or empty."""
    name_ar: str
    """OpenStreetMap's Arabic name, or empty."""
    latitude: float
    """WGS84 degrees north."""
    longitude: float
    """WGS84 degrees east."""
    radius_km: int | None
    """Half the diagonal of its bounding box, at least 1, km; None where the answer has no box."""
    osm_object: str
    """Such as `node 27565136`; empty where the answer is no single object of OpenStreetMap."""
    tag: str
    """Its main tag, such as `place=town`."""
    kind: str
    """The schema's kind where the tag can mean one only; else empty."""

    @property
    def point(self) -> Point:
        """Latitude and longitude, degrees."""
        return self.latitude, self.longitude

    @property
    def source(self) -> str:
        """What stands in a source cell."""
        return " ".join(f"OpenStreetMap {self.osm_object} via Nominatim".split())


def server_at(address: str) -> Server:
    """Return the server of an address; without a scheme it is https. Raises ValueError on what is no address."""
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
        usable = parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        usable = False
    if not usable or parts.username is not None or parts.query or parts.fragment or not re.fullmatch("[!-~]+", address):
        raise ValueError("is no address of a server; write it as https://example.org or http://localhost:8080")
    return Server(parts.scheme, (parts.netloc + parts.path).strip("/").removesuffix("/search"))


class Geocoder:
    """One Nominatim server, asked at most once a second however often `ask` is called."""

    def __init__(self, server: Server | None, user_agent: str, timeout_s: float) -> None:
        """Prepare to ask `server` (None: the public one, as geopy has it); nothing is sent yet."""
        from geopy.adapters import URLLibAdapter  # noqa: PLC0415, only the command asks
        from geopy.extra.rate_limiter import RateLimiter  # noqa: PLC0415
        from geopy.geocoders import Nominatim  # noqa: PLC0415

        where = {"scheme": server.scheme, "domain": server.domain} if server else {}
        # geopy's other adapter repeats a failed request at once: three a second, not one.
        nominatim = Nominatim(**where, user_agent=user_agent, timeout=timeout_s, adapter_factory=URLLibAdapter)
        self.address: str = nominatim.domain
        """Whom it asks, for messages."""
        self._timeout_s = timeout_s
        self._geocode = RateLimiter(
            nominatim.geocode, min_delay_seconds=SECONDS_APART, max_retries=0, swallow_exceptions=False
        )

    def ask(self, name: str, limit: int = 5, language: str = "en") -> list[Answer]:
        """Return at most `limit` answers, the best by Nominatim's own order first; raises NominatimError."""
        from geopy.exc import GeopyError  # noqa: PLC0415, as above

        try:
            found = self._geocode(name, exactly_one=False, limit=limit, language=language, namedetails=True)
            return [_answer(location.raw, location.point) for location in found or ()][:limit]
        except GeopyError as error:
            raise NominatimError(f"{self.address} {self._failure(error)}") from error
        except (AttributeError, TypeError, ValueError, RecursionError) as error:
            raise NominatimError(f"{self.address} {_NO_NOMINATIM}") from error

    def _failure(self, error: GeopyError) -> str:
        """Return what went wrong and what to do, in words of our own: the server's are a stranger's."""
        from geopy.exc import GeocoderParseError, GeocoderQueryError, GeocoderTimedOut  # noqa: PLC0415

        status = getattr(error.__cause__, "status_code", None)
        if status is not None:
            return _refusal(status, getattr(error, "retry_after", None))
        if isinstance(error, GeocoderTimedOut):
            return f"did not answer within {self._timeout_s:g} s; try again later, or wait longer with --timeout"
        if isinstance(error, GeocoderParseError):
            return _NO_NOMINATIM
        if isinstance(error, GeocoderQueryError):
            return "could not make anything of the question; write the name differently"
        reason = one_line(str(error)) or "no reason given"
        return f"cannot be reached ({reason}); check the network, or name another server with --server"


_NO_NOMINATIM = "answered with something that is no answer of Nominatim; check the address given with --server"


def _refusal(status: int, retry_after_s: float | None) -> str:
    if status == 429:
        wait = "a while" if retry_after_s is None else f"{retry_after_s:.0f} s"
        return f"has been asked too often (HTTP 429); wait {wait}, or name another server with --server"
    if status in (401, 402, 403, 407):
        say_who = "say with --contact how to reach you, or name another server with --server"
        return f"refuses to answer (HTTP {status}); {say_who}"
    if status >= 500:
        return f"has failed (HTTP {status}); try again later, or name another server with --server"
    if status in (400, 412, 413, 414):
        return f"could not make anything of the question (HTTP {status}); write the name differently"
    return f"has no Nominatim search there (HTTP {status}); check the address given with --server"


def _answer(raw: dict[str, Any], point: Sequence[float]) -> Answer:
    """Return one answer as geopy has read it; raises ValueError where it has no point."""
    if raw.get("lat") is None or raw.get("lon") is None:
        raise ValueError("no point")  # which geopy would take for 0, 0
    names = raw.get("namedetails")
    names = names if isinstance(names, dict) else {}
    osm_type, osm_id = raw.get("osm_type"), str(raw.get("osm_id"))
    known = osm_type in ("node", "way", "relation") and re.fullmatch(r"\d{1,20}", osm_id, re.ASCII)
    tag = f"{raw.get('class', '')}={raw.get('type', '')}"
    bounded = f"{tag}:{raw.get('addresstype', '')}"
    return Answer(
        display_name=one_line(raw.get("display_name") or ""),
        name_en=one_line(names.get("name:en") or ""),
        name_ar=one_line(names.get("name:ar") or ""),
        latitude=point[0],
        longitude=point[1],
        radius_km=_radius_km(raw.get("boundingbox")),
        osm_object=f"{osm_type} {osm_id}" if known else "",
        tag=one_line(tag),
        kind=_KINDS.get(tag) or _KINDS.get(bounded, ""),
    )


def _radius_km(box: object) -> int | None:
    """Return half the diagonal of a box [south, north, west, east] in degrees: from its middle to a corner."""
    try:
        south, north, west, east = (float(edge) for edge in box)  # type: ignore[attr-defined] # a stranger's
        reach = geodesic_km(((south + north) / 2, (west + east) / 2), (north, east))
    except (TypeError, ValueError):
        return None
    return min(max(round(reach), 1), _LARGEST_RADIUS_KM)
