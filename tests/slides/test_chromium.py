"""The camera gets ready ahead of its first page, and never in its way; no browser is needed to see that."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

import pytest

from app.slides import chromium
from app.slides.chromium import Camera, Shot
from app.slides.command import main
from app.slides.slide import SIZES

NODES = "NODE_COMPILE_CACHE"
SHOT = Shot("<title>a page</title>", SIZES["1280x720"], "png")


@pytest.fixture
def what_a_camera_does(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list in which a camera without a browser writes what it does."""
    done: list[str] = []
    monkeypatch.setattr(chromium, "chromium_path", lambda: "chromium")
    monkeypatch.setattr(Camera, "_start", lambda *_: done.append("start"))
    monkeypatch.setattr(Camera, "_warm_up", lambda *_: done.append("warm up"))
    monkeypatch.setattr(Camera, "_take", lambda *_: done.append("take"))
    monkeypatch.setattr(Camera, "_end", lambda *_: done.append("end"))
    return done


@pytest.fixture
def a_browser_that_waits(what_a_camera_does: list[str], monkeypatch: pytest.MonkeyPatch) -> Event:
    """Return what lets the browser start."""
    let = Event()

    def start(*_: object) -> None:
        assert let.wait(10)
        what_a_camera_does.append("start")

    monkeypatch.setattr(Camera, "_start", start)
    return let


def test_a_browser_that_is_there_before_the_page_reads_plotly_ahead(what_a_camera_does: list[str]) -> None:
    lens = Camera(SHOT.size, 1)
    lens._warmed.result(10)
    lens.take(SHOT)
    lens.close()
    assert what_a_camera_does == ["start", "warm up", "take", "end"]


def test_a_browser_that_does_not_start_is_an_error_with_its_mend(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["--chapter", "fall-of-the-regime", str(tmp_path / "out.png")]) == 2
    told = capsys.readouterr().err
    assert told.startswith("the browser took no picture: ")
    assert told.count("\n") == 1
    assert not (tmp_path / "out.png").exists()


def test_a_page_that_is_there_before_the_browser_does_not_wait_for_that(
    what_a_camera_does: list[str], a_browser_that_waits: Event
) -> None:
    lens = Camera(SHOT.size, 1)
    lens._warmed.add_done_callback(lambda _: a_browser_that_waits.set())
    lens.take(SHOT)
    lens.close()
    assert what_a_camera_does == ["start", "take", "end"]


def test_a_camera_that_takes_nothing_reads_nothing_ahead(
    what_a_camera_does: list[str], a_browser_that_waits: Event
) -> None:
    lens = Camera(SHOT.size, 1)
    lens._warmed.add_done_callback(lambda _: a_browser_that_waits.set())
    lens.close()
    assert what_a_camera_does == ["start", "end"]


@pytest.mark.parametrize("others", [None, "elsewhere"])
def test_what_node_compiles_is_kept_where_nobody_said_otherwise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, others: str | None
) -> None:
    monkeypatch.setenv("ATLAS_CACHE_FOLDER", str(tmp_path))
    monkeypatch.delenv(NODES, raising=False)
    if others:
        monkeypatch.setenv(NODES, others)
    with chromium._node_keeps_what_it_compiles():
        assert os.environ[NODES] == (others or str(tmp_path / "node"))
    assert os.environ.get(NODES) == others
