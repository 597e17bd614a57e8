"""A file made in a process of its own: it may hang, crash, take too long or be cancelled, and the app goes on."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from app.model.chronology.view import View
from app.slides.queue.export_process import Export
from app.slides.queue.job import Job, job_from_text, job_to_text
from app.slides.slide import SIZES, Slide
from app.views.timeline.scale import scale_of
from tests.model.real import the_real_atlas

JOB = Job((Slide(View()),), "png")
HANGS = (
    sys.executable,
    "-c",
    "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])",
)
CRASHES = (sys.executable, "-c", "import os; os.abort()")
BLAMES = (sys.executable, "-c", 'print(\'{"failed": "no_picture", "reason": "it ended"}\')')
TALKS = (sys.executable, "-c", "print('a library says hello'); print('{\"failed\": \"no_browser\"}')")


@pytest.fixture
def nothing_is_left_running() -> Iterator[None]:
    """Fail where a test leaves a process behind."""
    before = set(psutil.Process().children(recursive=True))
    yield
    left = set(psutil.Process().children(recursive=True)) - before
    assert [each.cmdline() for each in left if each.is_running()] == []


def wait_for(export: Export, state: str) -> None:
    for _ in range(200):
        if export.state == state:
            return
        time.sleep(0.05)
    raise AssertionError(export.state)


def test_a_job_comes_back_from_its_text_as_it_went() -> None:
    slides = (Slide(View(language="ar"), "«عنوان»", SIZES["a4"], "https://atlas.example/", ("code",)), Slide(View()))
    job = Job(slides, "pptx", covers=True)
    assert job_from_text(job_to_text(job)) == job
    assert job.pictures == 4
    assert job.limit_s > Job(slides, "pptx").limit_s


@pytest.mark.usefixtures("nothing_is_left_running")
def test_a_process_that_hangs_is_ended_with_its_children_when_its_time_is_up() -> None:
    export = Export(JOB, HANGS, limit_s=0.5)
    export.wait()
    assert (export.state, export.failure, export.content) == ("failed", "too_slow", b"")


@pytest.mark.usefixtures("nothing_is_left_running")
@pytest.mark.parametrize(("command", "failure"), [(CRASHES, "crashed"), (TALKS, "no_browser"), (BLAMES, "no_picture")])
def test_a_process_without_a_file_has_failed_and_says_why(command: tuple[str, ...], failure: str) -> None:
    export = Export(JOB, command)
    export.wait()
    assert (export.state, export.failure) == ("failed", failure)
    assert export.reason == ("it ended" if command == BLAMES else "")


@pytest.mark.usefixtures("nothing_is_left_running")
def test_a_process_that_ends_before_it_was_told_its_job_is_heard_all_the_same() -> None:
    more_than_a_pipe_holds = Job((Slide(View(), address=f"https://atlas.example/{'a' * 1_000_000}"),), "pdf")
    export = Export(more_than_a_pipe_holds, BLAMES)
    export.wait()
    assert (export.state, export.failure, export.reason) == ("failed", "no_picture", "it ended")


@pytest.mark.usefixtures("nothing_is_left_running")
@pytest.mark.parametrize("job", [Job((Slide(View()),), "html"), Job((), "pdf")])
def test_tables_without_an_event_and_a_deck_without_a_slide_are_not_the_browsers_fault(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if job.slides:
        monkeypatch.setenv("ATLAS_DATA_FOLDER", str(tmp_path))
    export = Export(job)
    export.wait()
    assert (export.state, export.failure) == ("failed", "no_events")


@pytest.mark.usefixtures("nothing_is_left_running")
def test_what_is_cancelled_is_ended_at_once() -> None:
    export = Export(JOB, HANGS)
    wait_for(export, "working")
    export.cancel()
    export.wait()
    assert export.state == "cancelled"
    export.cancel()
    assert not export.under_way


@pytest.mark.usefixtures("nothing_is_left_running")
def test_a_third_file_waits_and_can_be_cancelled_while_it_does() -> None:
    working = [Export(JOB, HANGS) for _ in range(2)]
    third, fourth = Export(JOB, TALKS), Export(JOB, TALKS)
    for each in working:
        wait_for(each, "working")
    assert (third.state, fourth.state) == ("waiting", "waiting")
    third.cancel()
    working[0].cancel()
    fourth.wait()
    assert (third.state, fourth.state) == ("cancelled", "failed")
    working[1].cancel()
    working[1].wait()


@pytest.mark.usefixtures("nothing_is_left_running")
def test_html_is_made_without_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    export = Export(Job((Slide(View()),), "html"))
    export.wait()
    assert export.state == "made"
    scale = scale_of(the_real_atlas())
    assert export.name == f"iraq-syria_{scale.first}_{scale.last}_en.html"
    assert export.content.startswith(b"<!doctype html>")
