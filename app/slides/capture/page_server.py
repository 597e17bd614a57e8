"""A page served to the browser over the loopback interface: a sandboxed browser, a snap or a flatpak, sees other files.

Such a browser has a /tmp of its own and may not look into hidden folders, among them a virtual environment's.
"""

from __future__ import annotations

import secrets
import threading
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from app.browser.vendored import PLOTLY_JS

PLOTLY_NAME = "plotly.js"
"""What a page that is served calls it; it stands beside the page."""


class PageServer:
    """Serves one page at a time, on the loopback interface only, at an address with a random token."""

    def __init__(self) -> None:
        self._page, self._number = b"", 0
        self._token = secrets.token_urlsafe(16)
        server, prefix = self, f"/{self._token}/"

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                found = server.content(self.path.removeprefix(prefix)) if self.path.startswith(prefix) else None
                if found is None:
                    self.send_error(HTTPStatus.NOT_FOUND)
                    return
                content, kind = found
                self.send_response(HTTPStatus.OK)
                self.send_header("content-type", kind)
                self.send_header("content-length", str(len(content)))
                self.send_header("cache-control", "private, max-age=3600")
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                """Say nothing: standard error is the command's."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True).start()

    @property
    def prefix(self) -> str:
        """What the addresses of all pages begin with."""
        return f"http://127.0.0.1:{self._server.server_port}/{self._token}/"

    def address(self, page: str) -> str:
        """Return the address, a new one, at which a page can be read until there is another."""
        self._page, self._number = page.encode("utf-8", errors="replace"), self._number + 1
        return f"{self.prefix}{self._number}.html"

    def content(self, name: str) -> tuple[bytes, str] | None:
        """Return what stands under a name behind the prefix, and its media type; None where nothing does."""
        if name == PLOTLY_NAME:
            return _plotly(), "text/javascript; charset=utf-8"
        if name == f"{self._number}.html":
            return self._page, "text/html; charset=utf-8"
        return None

    def close(self) -> None:
        """Serve no more."""
        self._server.shutdown()
        self._server.server_close()


@cache
def _plotly() -> bytes:
    return PLOTLY_JS.read_bytes()
