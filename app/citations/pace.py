"""How often a host may be asked: the time between two requests to it, and the time for which it asked for none."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from urllib.parse import urlsplit

SECONDS_APART = 1.1
"""Between two requests to one host. The rule is one a second; the tenth is for a first request that was slow."""


@dataclass(frozen=True)
class Clock:
    """Where the time comes from; a test has one of its own."""

    now: Callable[[], float] = time.monotonic
    """Seconds since any one moment."""
    sleep: Callable[[float], None] = time.sleep
    """Waits for that many seconds."""


def host_of(url: str) -> str:
    """Return the name under which requests to the host of `url` are paced: `www.` mostly is the same computer."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


class Pace:
    """Lets requests to one host through one after another; requests to different hosts do not wait for each other."""

    def __init__(self, clock: Clock | None = None, seconds_apart: float = SECONDS_APART) -> None:
        """Start with no host asked yet."""
        self._clock = clock or Clock()
        self._seconds_apart = seconds_apart
        self._free_at: dict[str, float] = {}
        self._lock = Lock()

    def wait_for(self, host: str) -> None:
        """Return when the host may be asked again."""
        with self._lock:
            now = self._clock.now()
            turn = max(now, self._free_at.get(host, now))
            self._free_at[host] = turn + self._seconds_apart
        if turn > now:
            self._clock.sleep(turn - now)

    def hold(self, host: str, seconds: float) -> None:
        """Ask the host nothing for so many seconds from now."""
        with self._lock:
            until = self._clock.now() + seconds
            self._free_at[host] = max(until, self._free_at.get(host, until))
