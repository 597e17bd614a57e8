"""A server of this machine that answers as Nominatim does, with what a test tells it to."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass
class Asked:
    """One request as the server saw it."""

    path: str
    query: dict[str, str]
    user_agent: str
    at_s: float


@dataclass
class Nominatim:
    """What the server says, and what it has been asked."""

    address: str = ""
    body: bytes = b"[]"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    silent: bool = False
    asked: list[Asked] = field(default_factory=list)

    def answers(self, *places: Any) -> None:  # noqa: ANN401, JSON of any shape
        self.body = json.dumps(list(places)).encode()


def an_answer(latitude: float, longitude: float, name_en: str = "", name_ar: str = "", **fields: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return a made-up answer in the shape of Nominatim's `format=json` with `namedetails=1`."""
    names = {"name:en": name_en, "name:ar": name_ar}
    usual = {
        "place_id": 100001,
        "licence": "Data © OpenStreetMap contributors, ODbL 1.0. http://osm.org/copyright",
        "osm_type": "node",
        "osm_id": 123456789,
        "lat": f"{latitude:.7f}",
        "lon": f"{longitude:.7f}",
        "class": "place",
        "type": "town",
        "place_rank": 18,
        "importance": 0.45,
        "addresstype": "town",
        "name": name_en,
        "display_name": f"{name_en}, made up for a test",
        "boundingbox": [str(latitude - 0.04), str(latitude + 0.04), str(longitude - 0.04), str(longitude + 0.04)],
        "namedetails": {key: name for key, name in names.items() if name},
    }
    return usual | fields


@contextmanager
def a_server() -> Iterator[Nominatim]:
    """Run a server on a free port until the end of the block."""
    nominatim = Nominatim()
    closing = Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {key: values[0] for key, values in parse_qs(parts.query).items()}
            agent = self.headers.get("User-Agent", "")
            nominatim.asked.append(Asked(parts.path, query, agent, time.monotonic()))
            if nominatim.silent:
                closing.wait(30)
                return
            self.send_response(nominatim.status)
            for name, value in nominatim.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(nominatim.body)

        def log_message(self, *_: object) -> None:
            """Say nothing on the terminal."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        nominatim.address = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield nominatim
        finally:
            closing.set()
            server.shutdown()
