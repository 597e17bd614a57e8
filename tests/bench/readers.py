"""Many readers of one server, simulated: how long each waits for what only the server can give, and its memory.

A reader opens the dashboard as a browser does: the page, the websocket with its first run, then the script, the looks
and the dataset. After that they change something every two seconds. Most changes need no server: filters, ranges,
selections, zooms (tests/browser/test_silence.py holds that they send nothing). What is timed is what they do wait for,
in turn: a file of card texts, the timeline by the other date source, and another page of the dashboard, a run of
its script. One change in `WAITED_FOR` is such a one, evenly spread; with `every`, each change is.
"""

from __future__ import annotations

import asyncio
import json
import random
import time
import urllib.request
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Any

import psutil
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.server import Server

READERS = 200
CHANGE_S = 2.0
LASTS_S = 60
ARRIVALS_A_SECOND = 4
WAITED_FOR = 5


@dataclass
class Seen:
    """What was measured."""

    waited_ms: dict[str, list[float]] = field(default_factory=dict)
    """By what was waited for."""
    first_run_bytes: int = 0
    """Websocket bytes of one reader's first run."""
    memory_mb: list[float] = field(default_factory=list)
    """The server's resident memory, once a second."""
    errors: list[str] = field(default_factory=list)
    """What went wrong; empty in a good run."""

    def note(self, what: str, start: float) -> None:
        """Note how long something took that began at `start`."""
        self.waited_ms.setdefault(what, []).append((time.perf_counter() - start) * 1000)

    def figures(self) -> dict[str, Any]:
        """Return medians and 95th percentiles, rounded; memory at the beginning, in the middle and at the end."""
        every = [ms for all_ms in self.waited_ms.values() for ms in all_ms]
        third = max(len(self.memory_mb) // 3, 1)
        return {
            "waited_ms": {name: _spread(values) for name, values in {**self.waited_ms, "all": every}.items() if values},
            "first_run_kb": round(self.first_run_bytes / 1000, 1),
            "memory_mb": [
                round(median(part), 1)
                for part in (self.memory_mb[:third], self.memory_mb[third:-third], self.memory_mb[-third:])
                if part
            ],
            "errors": len(self.errors),
            "first_error": self.errors[0] if self.errors else "",
        }


def readers(count: int = READERS, *, every: bool = False) -> dict[str, Any]:
    """Return the figures for `count` readers; with `every` each change needs the server."""
    server = Server("app")
    server.start()
    try:
        return asyncio.run(_all(server, count, every=every)).figures()
    finally:
        server.kill()


async def _all(server: Server, count: int, *, every: bool) -> Seen:
    seen = Seen()
    chance = random.Random(18)  # noqa: S311, a bench is no secret
    assert server.process
    process = psutil.Process(server.process.pid)
    sessions = []
    for number in range(count):
        sessions.append(asyncio.create_task(_reader(server, seen, chance.random(), 1 if every else WAITED_FOR)))
        if number % ARRIVALS_A_SECOND == ARRIVALS_A_SECOND - 1:
            await asyncio.sleep(1)
    await asyncio.sleep(2)
    seen.waited_ms = {}  # arrivals are not what is asked for: all are here now
    for _ in range(LASTS_S):
        seen.memory_mb.append(process.memory_info().rss / 1e6)
        await asyncio.sleep(1)
    for session in sessions:
        session.cancel()
    results = await asyncio.gather(*sessions, return_exceptions=True)
    seen.errors += [repr(result) for result in results if isinstance(result, Exception)]
    return seen


async def _reader(server: Server, seen: Seen, phase: float, waited_for: int) -> None:
    await _fetched(server, "/")
    address = f"ws://localhost:{server.port}/_stcore/stream"
    async with websockets.connect(address, subprotocols=[websockets.Subprotocol("streamlit")], max_size=None) as socket:
        first = await _run(socket, BackMsg())
        seen.first_run_bytes = first.bytes
        data = first.data
        assert data, "the first run has sent no panel"
        base = f"/{data['dataset']}"
        for name in (data["scripts"], data["looks"], f"{data['dataset']}dataset.json"):
            await _fetched(server, f"/{name}")
        pages = [first.pages["explore"], first.pages["essay"]]
        asked = 0
        await asyncio.sleep(phase * CHANGE_S)
        for change in range(10_000):
            began = time.perf_counter()
            if (change + int(phase * waited_for)) % waited_for == 0:
                asked += 1
                if asked % 3 == 0:
                    message = BackMsg()
                    message.rerun_script.page_script_hash = pages[asked % 2]
                    await _run(socket, message)
                    seen.note("another page", began)
                else:
                    await _fetched(server, f"{base}{('cards/en/0', 'timeline/reports/none')[asked % 3 - 1]}.json")
                    seen.note("a file", began)
            await asyncio.sleep(max(0.0, CHANGE_S - (time.perf_counter() - began)))


@dataclass
class _Run:
    bytes: int = 0
    data: dict[str, Any] | None = None
    pages: dict[str, str] = field(default_factory=dict)


async def _run(socket: websockets.ClientConnection, message: BackMsg) -> _Run:
    """Ask for a run of the page's script, and return what it has sent once it is finished."""
    if not message.WhichOneof("type"):
        message.rerun_script.query_string = ""
    await socket.send(message.SerializeToString())
    run = _Run()
    while True:
        received = await socket.recv()
        assert isinstance(received, bytes)
        run.bytes += len(received)
        forward = ForwardMsg.FromString(received)
        kind = forward.WhichOneof("type")
        if kind == "navigation":
            run.pages = {page.url_pathname or "explore": page.page_script_hash for page in forward.navigation.app_pages}
        if kind == "delta" and forward.delta.new_element.WhichOneof("type") == "bidi_component":
            text = forward.delta.new_element.bidi_component.json
            run.data = run.data or json.loads(text)
        if kind == "script_finished":
            return run


async def _fetched(server: Server, path: str) -> bytes:
    request = urllib.request.Request(f"{server.address}{path}", headers={"accept-encoding": "gzip"})

    def fetch() -> bytes:
        with urllib.request.urlopen(request, timeout=30) as answer:
            content: bytes = answer.read()
            return content

    return await asyncio.to_thread(fetch)


def _spread(values: list[float]) -> dict[str, float]:
    if len(values) < 2:
        return {"median": round(values[0], 1), "p95": round(values[0], 1), "count": len(values)}
    return {
        "median": round(median(values), 1),
        "p95": round(quantiles(values, n=20, method="inclusive")[-1], 1),
        "count": len(values),
    }
