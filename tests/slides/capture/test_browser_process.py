"""A browser that is started: whatever becomes of it or of us is said, and leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import psutil
import pytest

from app.slides.capture import find_browser
from app.slides.capture.browser_process import WATCHDOG, Chromium, NoPictureError
from app.slides.capture.find_browser import sandbox_folder
from app.slides.cli import main
from app.slides.slide import SIZES

SIZE = SIZES["1920x1080"]
WAITS = "import sys, time; print('up', file=sys.stderr, flush=True); time.sleep(60)"


@pytest.fixture
def a_browser_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return what puts a program of Python in the browser's place."""

    def put(program: str) -> None:
        path = tmp_path / "chromium"
        path.write_text(f"#!{sys.executable}\n{program}\n")
        path.chmod(0o755)
        monkeypatch.setattr(find_browser, "chromium_path", lambda: str(path))

    return put


@pytest.fixture
def a_folder_of_profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which browsers get their profiles."""
    folder = tmp_path / "profiles"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


@pytest.fixture
def a_watchdog_and_its_browser(a_folder_of_profiles: Path) -> Iterator[tuple[subprocess.Popen[str], psutil.Process]]:
    """Yield a watchdog whose standard input is still open, and the program that it runs."""
    command = [sys.executable, "-I", "-S", str(WATCHDOG), sys.executable, "-c", WAITS]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as watchdog:
        assert watchdog.stderr is not None
        assert watchdog.stderr.readline() == "up\n"
        assert len(list(a_folder_of_profiles.iterdir())) == 1
        (browser,) = psutil.Process(watchdog.pid).children()
        yield watchdog, browser
        watchdog.kill()


def gone(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def test_who_is_let_go_ends_the_browser_and_removes_its_profile(
    a_watchdog_and_its_browser: tuple[subprocess.Popen[str], psutil.Process], a_folder_of_profiles: Path
) -> None:
    watchdog, browser = a_watchdog_and_its_browser
    assert watchdog.stdin is not None
    watchdog.stdin.close()
    watchdog.wait(10)
    assert gone(browser)
    assert list(a_folder_of_profiles.iterdir()) == []


def test_a_program_that_is_killed_leaves_no_browser_behind(a_folder_of_profiles: Path) -> None:
    said = f"""
import subprocess, sys, time
watchdog = subprocess.Popen([sys.executable, {str(WATCHDOG)!r}, sys.executable, "-c", {WAITS!r}], stdin=subprocess.PIPE)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", said], stderr=subprocess.PIPE, text=True) as program:
        assert program.stderr is not None
        assert program.stderr.readline() == "up\n"
        family = psutil.Process(program.pid).children(recursive=True)
        program.kill()
        assert len(family) == 2
        psutil.wait_procs(family, timeout=10)
        assert all(gone(each) for each in family)
        assert list(a_folder_of_profiles.iterdir()) == []


def test_a_browser_that_ends_by_itself_is_said_with_its_last_word(
    a_browser_that: Callable[[str], None], a_folder_of_profiles: Path
) -> None:
    a_browser_that("import sys; sys.exit('no screen')")
    started = Chromium(SIZE, 10)
    with pytest.raises(NoPictureError, match="the browser did not start: no screen; try again"):
        started.open("file:///page.html")
    started.end()
    assert list(a_folder_of_profiles.iterdir()) == []


def test_a_browser_that_hangs_is_given_up(a_browser_that: Callable[[str], None]) -> None:
    a_browser_that("import time; time.sleep(60)")
    started = Chromium(SIZE, 0.3)
    with pytest.raises(NoPictureError, match=r"did not start within 0\.3 seconds"):
        started.open("file:///page.html")
    started.end()


class Refuses(BaseHTTPRequestHandler):
    """Opens no page."""

    def do_PUT(self) -> None:
        self.send_response(500, "no tabs today")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_a_browser_that_opens_no_page_is_said(a_browser_that: Callable[[str], None]) -> None:
    with HTTPServer(("127.0.0.1", 0), Refuses) as server:
        Thread(target=server.handle_request, daemon=True).start()
        port = server.server_address[1]
        a_browser_that(
            f"import sys, time; print('DevTools listening on ws://127.0.0.1:{port}/x', file=sys.stderr, flush=True)\n"
            "time.sleep(60)"
        )
        started = Chromium(SIZE, 10)
        with pytest.raises(NoPictureError, match="opened no page: no tabs today"):
            started.open("file:///page.html")
        started.end()


def test_a_browser_that_does_not_start_is_an_error_with_its_mend(
    a_browser_that: Callable[[str], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a_browser_that("raise SystemExit(1)")
    assert main(["--chapter", "fall-of-the-regime", str(tmp_path / "out.png")]) == 2
    told = capsys.readouterr().err
    assert told.startswith("the browser did not start: ")
    assert told.count("\n") == 1
    assert not (tmp_path / "out.png").exists()


def test_the_screen_is_as_large_as_the_picture(a_browser_that: Callable[[str], None], tmp_path: Path) -> None:
    written = tmp_path / "arguments"
    a_browser_that(f"import sys; open({str(written)!r}, 'w').write('\\n'.join(sys.argv))")
    started = Chromium(SIZES["1080x1080"], 10)
    with pytest.raises(NoPictureError):
        started.open("file:///page.html")
    started.end()
    assert "--screen-info={1080x1080 devicePixelRatio=1.25}" in written.read_text().splitlines()


@pytest.mark.parametrize(
    ("browser", "script", "folder"),
    [
        ("/snap/bin/chromium", "", "snap/chromium/common"),
        ("/var/lib/flatpak/exports/bin/org.chromium.Chromium", "", ".var/app/org.chromium.Chromium/cache"),
        ("chromium-browser", '#!/bin/sh\nexec /snap/bin/chromium "$@"', "snap/chromium/common"),
        (
            "chrome",
            '#!/bin/sh\nexec flatpak run --branch=stable com.google.Chrome "$@"',
            ".var/app/com.google.Chrome/cache",
        ),
        ("google-chrome", '#!/bin/sh\nexec /opt/google/chrome/chrome "$@"', None),
        ("chromium", "\x7fELF /snap/bin/chromium", None),
    ],
)
def test_the_profile_of_a_sandboxed_browser_lies_where_it_can_be_removed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, browser: str, script: str, folder: str | None
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    if script:
        (tmp_path / browser).write_text(script)
    found = sandbox_folder(str(tmp_path / browser))
    assert found == (tmp_path / folder if folder else None)
    assert folder is None or (tmp_path / folder).is_dir()


def test_a_snaps_profile_is_removed_when_it_ends(
    a_browser_that: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    a_browser_that(
        "# /snap/bin/chromium\nimport sys; open(sys.argv[-1].partition('=')[2] + '/Lock', 'w'); sys.exit(sys.argv[-1])"
    )
    started = Chromium(SIZE, 10)
    with pytest.raises(NoPictureError, match=f"--user-data-dir={tmp_path}/snap/chromium/common/atlas-browser-"):
        started.open("http://127.0.0.1/page.html")
    started.end()
    assert list((tmp_path / "snap/chromium/common").iterdir()) == []
