"""Starting the dashboard, or any other Streamlit script, as its own process on a free port of this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock
from psutil import pid_exists

PROJECT = Path(__file__).parents[1]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class Server:
    """A Streamlit script as a process of its own, which can be killed and started again on the same port."""

    def __init__(
        self, target: str = "app", extra_environment: Mapping[str, str] | None = None, options: Sequence[str] = ()
    ) -> None:
        self.port = free_port()
        self.address = f"http://localhost:{self.port}"
        self._command = [sys.executable, "-m", "streamlit", "run", target, "--server.headless=true"]
        self._command += [f"--server.port={self.port}", "--server.address=localhost"]
        self._command += ["--browser.gatherUsageStats=false", *options]
        self._environment = {**os.environ, **(extra_environment or {})}
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, *, patience_seconds: float = 180, health: str = "/_stcore/health") -> None:
        """Start it, and return once it answers."""
        self.process = subprocess.Popen(
            self._command,
            cwd=PROJECT,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _wait_for(f"{self.address}{health}", self.process, patience_seconds)

    def kill(self) -> None:
        """End it at once, without a word to its readers."""
        if self.process:
            self.process.kill()
            self.process.wait(timeout=20)

    def stop(self) -> None:
        """End it as an operator does."""
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=20)


@contextmanager
def serving(
    target: str = "app", extra_environment: Mapping[str, str] | None = None, *, patience_seconds: float = 180
) -> Iterator[str]:
    """Run `streamlit run TARGET` from the project's folder; yield its address once it answers."""
    server = Server(target, extra_environment)
    try:
        server.start(patience_seconds=patience_seconds)
        yield server.address
    finally:
        server.stop()


@contextmanager
def serving_every_worker(folder: Path) -> Iterator[str]:
    """Yield the address of one server of the project's own tables for all processes of a run, which share `folder`.

    Whoever comes first starts it, and ends it when nobody is left.
    """
    said, lock = folder / "address", FileLock(folder / "server.lock")
    users = folder / "users"
    users.mkdir(parents=True, exist_ok=True)
    mine = users / str(os.getpid())
    with ExitStack() as started:
        with lock:
            if not said.exists():
                said.write_text(started.enter_context(serving("app")), encoding="utf-8")
                started.callback(_wait_until_nobody_is_left, users, said, lock)
            mine.touch()
        try:
            yield said.read_text(encoding="utf-8")
        finally:
            mine.unlink()


def _wait_until_nobody_is_left(users: Path, said: Path, lock: FileLock) -> None:
    while True:
        with lock:
            if not any(pid_exists(int(user.name)) for user in users.iterdir()):  # one that broke down leaves its name
                said.unlink()
                return
        time.sleep(0.2)


def _wait_for(health_address: str, process: subprocess.Popen[bytes], seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError("the server stopped before it answered")
        try:
            with urllib.request.urlopen(health_address, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server did not answer")
