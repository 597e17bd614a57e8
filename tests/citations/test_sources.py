"""`python -m app.sources`: what it prints of the citations of a folder, and how it ends."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from app import sources
from app.model.tables.schema import REPORTS
from tests.citations.clock import FakeTime
from tests.server import PROJECT, free_port
from tests.web_server import Page, Site, a_site, html, redirect

TIME = FakeTime()


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "*")
    with a_site() as made:
        made.now = TIME.now
        yield made


@pytest.fixture
def citing(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that makes a folder of citations out of addresses and titles."""

    def make(*rows: tuple[str, str], archive_url: str = "") -> Path:
        with (tmp_path / REPORTS.file).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, REPORTS.column_names(), restval="")
            writer.writeheader()
            for number, (url, title) in enumerate(rows, 1):
                cells = {"id": f"gate-{number}", "event": "gate", "publisher": "Herald", "bearing": "context"}
                writer.writerow({**cells, "url": url, "title": title, "archive_url": archive_url})
        return tmp_path

    return make


def run(*arguments: str | Path) -> int:
    return sources.main([str(argument) for argument in arguments], TIME.clock)


def test_a_folder_whose_pages_are_all_there_is_silent(
    site: Site, citing: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    site.pages["/gate"] = html("Gate opens | The Herald")
    site.pages["/road"] = html("Anything")
    site.pages["/untitled"] = html("")
    folder = citing((site.url("/gate"), "Gate opens"), (site.url("/road"), ""), (site.url("/untitled"), "Lost"))
    assert run(folder) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith("3 addresses asked: all are as the table has them.\n")
    assert {asked.headers["User-Agent"] for asked in site.asked} == {sources.user_agent()}
    assert sources.user_agent().startswith("iraq-syria-atlas")


def test_each_address_that_is_dead_moved_changed_or_unclear_is_named_with_its_rows(
    site: Site, citing: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    site.pages["/moved"] = redirect("/here")
    site.pages["/home"] = redirect("/", 308)
    site.pages["/here"] = site.pages["/"] = html("Gate opens")
    site.pages["/away-for-now"] = redirect("/here", 302)
    site.pages["/changed"] = html("Gate stays shut | The Herald")
    site.pages["/forbidden"] = Page(status=403)
    site.pages["/broken"] = Page(status=503)
    refusing = f"http://127.0.0.1:{free_port()}/x"
    folder = citing(
        (site.url("/gone"), "Gate opens"),
        (site.url("/moved"), "Gate opens"),
        (site.url("/home"), ""),
        (site.url("/away-for-now"), "Gate opens"),
        (site.url("/changed"), "Gate opens"),
        (site.url("/gone"), "Gate opens"),
        (site.url("/forbidden"), "Gate opens"),
        (site.url("/broken"), "Gate opens"),
        (refusing, "Gate opens"),
    )
    assert run(folder) == 1
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        f"reports.csv:2,7: dead: {site.url('/gone')} has no page (HTTP 404 Not Found)",
        f"reports.csv:3: moved: {site.url('/moved')} has moved to {site.url('/here')}",
        f"reports.csv:4: moved: {site.url('/home')} has moved to {site.url('/')}, the home page: "
        "the page itself may be gone",
        f"reports.csv:6: changed: {site.url('/changed')} has the title “Gate stays shut | The Herald”, "
        "and the table “Gate opens”",
        f"reports.csv:8: unclear: {site.url('/forbidden')} refuses programs, and perhaps not readers "
        "(HTTP 403 Forbidden)",
        f"reports.csv:9: unclear: {site.url('/broken')} has an error of its server "
        "(HTTP 503 Service Unavailable); ask again later",
        f"reports.csv:10: dead: {refusing} gives no page: the host refuses the connection",
    ]
    assert said.err.endswith("8 addresses asked: 1 changed, 2 dead, 2 moved, 2 unclear.\n")


def test_json_has_the_same_in_fields(
    site: Site, citing: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    site.pages["/moved"], site.pages["/here"] = redirect("/here"), html("معبر القائم", "windows-1256")
    site.pages["/here"].headers["Content-Type"] = "text/html; charset=windows-1256"
    assert run(citing((site.url("/moved"), "معبر ربيعة")), "--json") == 1
    moved, changed = sorted(json.loads(capsys.readouterr().out), key=lambda each: each["kind"], reverse=True)
    assert (moved["kind"], moved["new_url"], moved["ids"], moved["lines"]) == (
        "moved", site.url("/here"), ["gate-1"], [2],
    )  # fmt: skip
    assert (changed["kind"], changed["listed_title"], changed["page_title"]) == ("changed", "معبر ربيعة", "معبر القائم")


def test_all_requests_to_one_host_are_a_second_apart(site: Site, citing: Callable[..., Path]) -> None:
    for number in range(4):
        site.pages[f"/{number}"] = html("Gate opens")
    assert run(citing(*((site.url(f"/{number}"), "Gate opens") for number in range(4)))) == 0
    times = [asked.at_s for asked in site.asked]
    assert len(times) == 8
    assert min(later - earlier for earlier, later in pairwise(times)) >= 1


def test_an_archived_copy_is_asked_and_may_have_the_archives_title(
    site: Site, citing: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    site.pages["/gate"], site.pages["/copy"] = html("Gate opens"), html("The Archive")
    assert run(citing((site.url("/gate"), "Gate opens"), archive_url=site.url("/copy"))) == 0
    del site.pages["/copy"]
    assert run(citing((site.url("/gate"), "Gate opens"), archive_url=site.url("/copy"))) == 1
    assert f"dead: {site.url('/copy')}" in capsys.readouterr().out


def test_offline_lists_the_addresses_and_asks_nothing(
    site: Site, citing: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = citing((site.url("/a"), ""), (site.url("/b"), ""), (site.url("/a"), ""))
    assert run(folder, "--offline") == 0
    assert capsys.readouterr().out == f"{site.url('/a')} gate-1 gate-3\n{site.url('/b')} gate-2\n"
    assert run(folder, "--offline", "--json") == 0
    assert json.loads(capsys.readouterr().out)[0] == {"url": site.url("/a"), "ids": ["gate-1", "gate-3"]}
    assert site.asked == []


def test_a_cell_that_is_no_address_is_not_asked(site: Site, citing: Callable[..., Path]) -> None:
    folder = citing(
        ("javascript:alert(1)", "x"), ("file:///etc/passwd", "x"), (f"{site.url('/a')};{site.url('/b')}", "x")
    )
    assert run(folder) == 0
    assert site.asked == []


def test_nothing_that_a_server_says_can_drive_a_terminal(
    site: Site, citing: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    site.pages["/gate"] = redirect("/new?\u202e")
    site.pages["/titled"] = html("Gate\x1b[2J\u202e\u2066&#x202e; shut")
    assert run(citing((site.url("/gate"), "x"), (site.url("/titled"), "Gate opens"))) == 1
    said = capsys.readouterr()
    assert [line for line in (said.out + said.err).splitlines() if not line.isprintable()] == []


def test_a_folder_that_is_not_there_or_has_no_citations_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "nowhere") == 2
    assert "does not exist; name the folder in which reports.csv" in capsys.readouterr().err
    assert run(tmp_path) == 2
    assert "reports.csv: the file is missing" in capsys.readouterr().err


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "soon", "9999"])
def test_a_time_limit_that_is_none_is_refused(seconds: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(tmp_path, "--timeout", seconds)


def test_the_command_runs_as_a_module(site: Site, citing: Callable[..., Path]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app.sources", citing((site.url("/gone"), ""))],
        cwd=PROJECT,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 1
    assert b"has no page (HTTP 404 Not Found)" in done.stdout
