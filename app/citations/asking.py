"""Asking one address: HEAD, then GET where that is refused or the title is needed, through at most ten redirects."""

from __future__ import annotations

import contextlib
import http
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Event, Timer
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from requests.utils import requote_uri

from app.citations.failures import OUT_OF_TIME, failure_of
from app.citations.guard import Guard, GuardedAdapter, Judge, NotPublicError, is_private_by_name, is_public
from app.citations.pace import Pace, host_of
from app.citations.titles import page_titles

MAX_REDIRECTS = 10
MAX_BYTES = 500_000
"""Maximum bytes of a page that are read; its title stands near the beginning."""
LONGEST_WAIT_S = 60
"""A host that asks for a longer pause than this is not asked again."""
_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_PIECE = 16_384


class UnansweredError(Exception):
    """Raised where an address gives no page; the message says why, as a part of a sentence."""

    def __init__(self, reason: str, *, certain: bool = True) -> None:
        """Keep the reason, and whether it says that a reader finds no page there either."""
        super().__init__(reason)
        self.certain = certain


@dataclass(frozen=True)
class Answer:
    """What came of asking one address."""

    status: int = 0
    """HTTP status of the last page; 0 where there was none."""
    failure: str = ""
    """Why there was no page; empty where there was one, whatever its status."""
    certain: bool = True
    """False where the failure may be of this moment or of this computer only."""
    last_url: str = ""
    """Where the redirects ended."""
    moved_to: str = ""
    """Where permanent redirects lead from the address itself; empty where there are none."""
    titles: tuple[str, ...] = ()
    """What the page calls itself; empty where it does not say, or was not read."""

    @property
    def says_status(self) -> str:
        """Return the status in words of our own: the server's are a stranger's."""
        try:
            return f"HTTP {self.status} {http.HTTPStatus(self.status).phrase}"
        except ValueError:
            return f"HTTP {self.status}"


class Asker:
    """Asks addresses, at the pace that hosts are given."""

    def __init__(self, pace: Pace, user_agent: str, timeout_s: float = 20, judge: Judge = is_public) -> None:
        """Ask as `user_agent`, and wait at most `timeout_s` seconds for each request."""
        self._pace = pace
        self._headers = {"User-Agent": user_agent, "Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"}
        self._timeout_s = timeout_s
        self._judge = judge

    def ask(self, url: str, *, with_titles: bool) -> Answer:
        """Return what comes of asking `url`; never raises for what a server does."""
        guard = Guard(self._judge)
        with _Session() as session:
            session.headers.update(self._headers)
            for scheme in ("http://", "https://"):
                session.mount(scheme, GuardedAdapter(guard))
            chain = _Chain(session, guard, self._pace, self._timeout_s)
            return chain.answer(url, with_titles=with_titles)


class _Session(requests.Session):
    """A session that leaves redirects alone: the library's own reading of them fails on what is no address."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """Return none for any response."""
        del resp
        return None

    def location(self, response: requests.Response) -> str:
        """Return what a response gives as its target, as text."""
        return super().get_redirect_target(response) or ""


class _Chain:
    """The requests that follow from one address."""

    def __init__(self, session: _Session, guard: Guard, pace: Pace, timeout_s: float) -> None:
        self._session = session
        self._guard = guard
        self._pace = pace
        self._timeout_s = timeout_s

    def answer(self, url: str, *, with_titles: bool) -> Answer:
        try:
            found = self._follow("HEAD", url)
        except UnansweredError as error:
            if error.certain:
                return Answer(failure=str(error))
            found = None  # some servers close the connection on HEAD
        if found and found.status < 400 and not with_titles:
            return found
        try:
            if found is None or found.status >= 400:
                return self._follow("GET", url)
            page = self._follow("GET", found.last_url)
        except UnansweredError as error:
            return Answer(failure=str(error), certain=error.certain)
        return replace(page, moved_to=found.moved_to)

    def _follow(self, method: str, url: str) -> Answer:
        """Ask, and go where redirects lead; raises UnansweredError."""
        moved_to, permanent, seen = "", True, [url]
        while True:
            response, body = self._send(method, url)
            target = self._target(response, url)
            if not target:
                titles = page_titles(body, response.headers.get("Content-Type", "")) if body else []
                return Answer(response.status_code, last_url=url, moved_to=moved_to, titles=tuple(titles))
            permanent = permanent and response.status_code in _PERMANENT
            moved_to = target if permanent else moved_to
            # Once is no circle: a page may set a cookie and send the reader back to itself.
            if seen.count(target) > 1:
                raise UnansweredError("redirects in a circle")
            seen.append(target)
            if len(seen) > MAX_REDIRECTS + 1:
                raise UnansweredError(f"redirects more than {MAX_REDIRECTS} times")
            url = target

    def _target(self, response: requests.Response, url: str) -> str:
        """Return where a response redirects to, or nothing; raises UnansweredError where that is not gone to."""
        if response.status_code not in _REDIRECTS or "Location" not in response.headers:
            return ""
        try:
            target = requote_uri(urljoin(url, self._session.location(response)))
            parts = urlsplit(target)
            host = parts.hostname or ""
            _ = parts.port
        except ValueError as error:
            raise UnansweredError("redirects to what is no address") from error
        if parts.scheme not in ("http", "https") or not host or parts.username is not None:
            raise UnansweredError("redirects to what is no public web page, which was not asked")
        if self._guard.public_only and is_private_by_name(host):
            raise UnansweredError(_INTO_PRIVATE)
        fragment = urlsplit(url).fragment
        return f"{target}#{fragment}" if fragment and not parts.fragment else target

    def _send(self, method: str, url: str) -> tuple[requests.Response, bytes]:
        """Return a response and what was read of its body; waits and asks once more where the host says so."""
        host = host_of(url)
        for attempt in (1, 2):
            self._pace.wait_for(host)
            response, body = self._send_once(method, url)
            wait_s = _retry_after_s(response) if response.status_code in (429, 503) else None
            if attempt == 2 or wait_s is None or wait_s > LONGEST_WAIT_S:
                break
            self._pace.hold(host, wait_s)
        return response, body

    def _send_once(self, method: str, url: str) -> tuple[requests.Response, bytes]:
        expired = Event()

        def cut() -> None:
            expired.set()
            self._guard.cut()

        # The time limit of requests is for each piece that arrives; a server may send one byte at a time for hours.
        timer = Timer(self._timeout_s, cut)
        timer.daemon = True
        timer.start()
        try:
            response = self._session.request(
                method, url, allow_redirects=False, stream=True, timeout=self._timeout_s, auth=_without_credentials
            )
            try:
                if expired.is_set():  # what was read until then may look like a whole answer
                    raise TimeoutError
                return response, self._body(method, response)
            finally:
                response.close()
        except NotPublicError as error:
            raise UnansweredError(_INTO_PRIVATE) from error
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            reason, certain = (OUT_OF_TIME, False) if expired.is_set() else failure_of(error)
            raise UnansweredError(reason.format(seconds=f"{self._timeout_s:g}"), certain=certain) from error
        finally:
            timer.cancel()

    def _body(self, method: str, response: requests.Response) -> bytes:
        """Return the first bytes of a page; what breaks off later is as good as read."""
        if method == "HEAD" or response.status_code != 200 or not _is_page(response):
            return b""
        body = b""
        with contextlib.suppress(requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError):
            for piece in _pieces(response):
                body += piece
                if len(body) >= MAX_BYTES:
                    break
        return body[:MAX_BYTES]


_INTO_PRIVATE = "leads into a private network, which was not asked"


def _pieces(response: requests.Response) -> Iterator[bytes]:
    yield from response.iter_content(_PIECE)


def _is_page(response: requests.Response) -> bool:
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return kind in ("", "text/html", "application/xhtml+xml", "application/xml", "text/xml")


def _without_credentials(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Send a request as it is: without this, requests would look for passwords in the user's .netrc."""
    return request


def _retry_after_s(response: requests.Response) -> float | None:
    """Return for how many seconds a host asks for a pause, or None where it does not say."""
    said = response.headers.get("Retry-After", "").strip()
    if said.isdecimal() and said.isascii() and len(said) < 10:
        return float(said)
    try:
        until = parsedate_to_datetime(said)
    except (TypeError, ValueError):
        return None
    aware = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())
