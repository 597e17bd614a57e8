"""A clock that only goes on when somebody sleeps: no test has to wait."""

from __future__ import annotations

from threading import Lock

from app.citations.pace import Clock


class FakeTime:
    def __init__(self) -> None:
        self.seconds = 1000.0
        self.slept: list[float] = []
        self._lock = Lock()

    def now(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.slept.append(seconds)
            self.seconds += seconds

    @property
    def clock(self) -> Clock:
        return Clock(self.now, self.sleep)
