"""A reverse proxy that sends each request to any of several servers, or takes a prefix off on the way."""

from __future__ import annotations

import asyncio
import random
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

HEAD_LIMIT = 64 * 1024
TRIES = 40
TRY_AGAIN_S = 0.25


class Proxy:
    """Listens on a free port; every connection carries one request, and goes to a server that answers."""

    def __init__(self, ports: Sequence[int], prefix: str = "", seed: int = 18) -> None:
        self._ports, self._prefix = list(ports), prefix
        self._chance = random.Random(seed)  # noqa: S311, a test is no secret
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self.port = 0
        threading.Thread(target=self._run, daemon=True).start()
        self._ready.wait(10)

    @property
    def address(self) -> str:
        """Where readers find it."""
        return f"http://localhost:{self.port}{self._prefix}"

    def close(self) -> None:
        """Serve no more."""
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0, limit=HEAD_LIMIT))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            head = await reader.readuntil(b"\r\n\r\n")
            backend = await self._backend()
            if backend is None:
                writer.write(b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
            else:
                backend[1].write(self._rewritten(head))
                await asyncio.gather(_pipe(reader, backend[1]), _pipe(backend[0], writer))
        writer.close()

    async def _backend(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        for _ in range(TRIES):
            for port in self._chance.sample(self._ports, len(self._ports)):
                with suppress(OSError):
                    return await asyncio.open_connection("127.0.0.1", port)
            await asyncio.sleep(TRY_AGAIN_S)
        return None

    def _rewritten(self, head: bytes) -> bytes:
        """Return the head without the prefix; all but a websocket ends its connection after the answer."""
        line, *headers = head.decode("latin-1").split("\r\n")
        method, path, version = line.split(" ", 2)
        path = path.removeprefix(self._prefix) or "/"
        if not any(header.lower().startswith("upgrade:") for header in headers):
            headers = [header for header in headers if not header.lower().startswith("connection:")]
            headers.insert(0, "Connection: close")
        return "\r\n".join([f"{method} {path} {version}", *headers]).encode("latin-1")


async def _pipe(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await source.read(1 << 16):
            target.write(data)
            await target.drain()
    with suppress(OSError):
        target.close()


@contextmanager
def proxying(ports: Sequence[int], prefix: str = "") -> Iterator[str]:
    """Yield the address of a proxy before the servers on these ports."""
    proxy = Proxy(ports, prefix)
    try:
        yield proxy.address
    finally:
        proxy.close()
