"""Files made in a process of their own: a browser that hangs or crashes takes nothing with it, and can be stopped."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Literal

import psutil

from app.slides.queue.job import Job, job_to_text
from app.slides.queue.worker import FILE

WORKER = (sys.executable, "-m", "app.slides.queue.worker")
MAX_CONCURRENT_EXPORTS = 2
"""Maximum concurrent exports; further jobs queue. Each takes a browser and half a gigabyte."""
State = Literal["waiting", "working", "made", "failed", "cancelled"]
Failure = Literal["", "no_browser", "no_picture", "no_events", "too_slow", "crashed"]
_QUEUE = ThreadPoolExecutor(MAX_CONCURRENT_EXPORTS, thread_name_prefix="export")


class Export:
    """One file on its way; read it as often as you like, from any thread."""

    def __init__(self, job: Job, command: Sequence[str] = WORKER, limit_s: float | None = None) -> None:
        self.job = job
        self.state: State = "waiting"
        self.failure: Failure = ""
        """Why there is no file: no browser is installed, the browser took no picture, the tables have no event, it took
        longer than `limit_s`, or the process broke down."""
        self.reason = ""
        """What exactly went wrong with the browser; empty where there is no more to say."""
        self.pictures = 0
        """How many pictures are taken."""
        self.name = ""
        """Name of the finished file."""
        self.content = b""
        """The finished file."""
        self._command, self._limit_s = tuple(command), job.limit_s if limit_s is None else limit_s
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._future: Future[None] = _QUEUE.submit(self._make)

    @property
    def under_way(self) -> bool:
        """True until there is a file, or will be none."""
        return self.state in ("waiting", "working")

    def cancel(self) -> None:
        """Give it up; a browser that is at work for it is ended."""
        with self._lock:
            if not self.under_way:
                return
            self.state = "cancelled"
            self._future.cancel()
            if self._process:
                _end(self._process)

    def wait(self) -> None:
        """Return when nothing is under way any more; what came of it is in `state`."""
        if not self._future.cancelled():
            self._future.result()

    def _make(self) -> None:
        # Whatever a browser that is killed leaves behind lies in this folder.
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            with self._lock:
                if self.state == "cancelled":
                    return
                self.state = "working"
                self._process = process = _started((*self._command, folder), folder)
            alarm = threading.Timer(self._limit_s, self._time_is_up)
            alarm.start()
            try:
                self._listen(process)
            finally:
                alarm.cancel()
                _end(process)
                with self._lock:
                    if self.state == "working":
                        self._conclude(Path(folder))

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stdin is not None  # noqa: S101, both are pipes
        assert process.stdout is not None  # noqa: S101
        with contextlib.suppress(OSError):  # it may be gone already; what it has said can still be read
            process.stdin.write(job_to_text(self.job))
            process.stdin.close()
        for line in process.stdout:
            try:
                said = json.loads(line)
            except json.JSONDecodeError:
                continue  # a library's word
            self.pictures = said.get("pictures", self.pictures)
            self.name = said.get("name", self.name)
            self.failure = said.get("failed", self.failure)
            self.reason = said.get("reason", self.reason)

    def _conclude(self, folder: Path) -> None:
        if self.name and (folder / FILE).exists():
            self.content = (folder / FILE).read_bytes()
            self.state = "made"
        else:
            self.failure = self.failure or "crashed"
            self.state = "failed"

    def _time_is_up(self) -> None:
        with self._lock:
            if self.state == "working" and self._process:
                self.state, self.failure = "failed", "too_slow"
                _end(self._process)


def _started(command: Sequence[str], folder: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603, the command is our own
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[3],
        env={**os.environ, "TMPDIR": folder, "TEMP": folder, "TMP": folder, "PYTHONIOENCODING": "utf-8"},
    )


def _end(process: subprocess.Popen[str]) -> None:
    """End a process and all that it has started; browsers start processes in groups of their own."""
    family: list[psutil.Process] = []
    with contextlib.suppress(psutil.NoSuchProcess):
        family.append(psutil.Process(process.pid))
        _signal(family, psutil.Process.suspend)  # so that it starts nothing more while they are counted
        while fresh := [each for each in family[0].children(recursive=True) if each not in family]:
            _signal(fresh, psutil.Process.suspend)
            family += fresh
    _signal(family, psutil.Process.kill)
    process.wait()
    psutil.wait_procs(family, timeout=5)


def _signal(processes: Iterable[psutil.Process], send: Callable[[psutil.Process], None]) -> None:
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            send(process)
