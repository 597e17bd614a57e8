"""Starting the dashboard, or any other Streamlit script, as its own process on a free port of this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock
from psutil import pid_exists

PROJECT = Path(__file__).parents[1]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def serving(
    target: str = "app", extra_environment: Mapping[str, str] | None = None, *, patience_seconds: float = 180
) -> Iterator[str]:
    """Run `streamlit run TARGET` from the project's folder; yield its address once it answers."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", target]
    options = ["--server.headless=true", f"--server.port={port}", "--server.address=localhost"]
    options += ["--browser.gatherUsageStats=false"]
    process = subprocess.Popen(
        command + options,
        cwd=PROJECT,
        env={**os.environ, **(extra_environment or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://localhost:{port}"
    try:
        _wait_for(f"{address}/_stcore/health", process, patience_seconds)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


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
