"""The command's answers to what it cannot do, and what it makes without a browser."""

from __future__ import annotations

import errno
import re
from contextlib import nullcontext
from pathlib import Path
from urllib.parse import urlencode

import pytest

from app.model.chronology.view import LAYERS, View
from app.slides import cli
from app.slides.capture import find_browser
from app.slides.files.export import chosen, name_of
from app.slides.slide import Slide
from app.views.timeline.scale import scale_of
from tests.model.real import the_real_atlas

SCALE = scale_of(the_real_atlas())


@pytest.fixture
def no_browser_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no Chromium be found."""
    monkeypatch.setattr(find_browser.shutil, "which", lambda _name: None)
    monkeypatch.setattr(find_browser, "PLACES", ())


@pytest.mark.usefixtures("no_browser_on_this_machine")
def test_without_a_browser_a_picture_says_what_to_install(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(tmp_path / "out.png")]) == 2
    said = capsys.readouterr().err
    assert "install Chromium, Chrome or Edge" in said
    assert "HTML needs none" in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("no_browser_on_this_machine")
def test_without_a_browser_html_is_made_all_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.html"
    assert cli.main(["--range", "2024-11-27/2024-12-20", "--lang", "ar", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    made = out.read_text(encoding="utf-8")
    assert "سقوط النظام" in made
    assert "from=2024-11-27&amp;to=2024-12-20&amp;lang=ar" in made


def test_a_copied_address_gives_view_and_link(tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    address = "https://atlas.example/base/?from=2025-04-01&to=2025-05-31&theme=diplomacy"
    assert cli.main(["--url", address, "--lang", "ar", str(out)]) == 0
    link = "https://atlas.example/base/?from=2025-04-01&amp;to=2025-05-31&amp;theme=diplomacy&amp;lang=ar"
    assert link in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "mend"),
    [
        (["out.gif"], "choose one of them"),
        (["--deck", "chapters", "out.png"], "a deck is written as pdf or pptx"),
        (["--range", "2024-12-01", "out.html"], "write it as 2024-12-01/2025-05-31"),
        (["--range", "2024-13-01/2025-05-31", "out.html"], "from '2024-13-01'"),
        (["--range", "2025-05-31/2024-12-01", "out.html"], "could not be read: from '2025-05-31', to '2024-12-01'"),
        (["--certainty", "x", "out.html"], None),
        (["--match", "x", "out.html"], "match 'x'"),
        (["--chapter", "nowhere", "out.html"], "choose one of history-of-rivalry, corridor-years"),
        (["nowhere/out.html"], "there is no folder 'nowhere'"),
    ],
)
def test_what_cannot_be_done_is_said_with_its_mend(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    mend: str | None,
) -> None:
    monkeypatch.chdir(tmp_path)
    if mend is None:  # no such option: argparse says so
        with pytest.raises(SystemExit):
            cli.main(arguments)
        return
    assert cli.main(arguments) == 2
    assert mend in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_tables_without_an_event_make_no_slide(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA_FOLDER", str(tmp_path))
    assert cli.main([str(tmp_path / "out.html")]) == 2
    assert "python -m app.check says why" in capsys.readouterr().err


def test_a_range_that_is_a_chapters_has_its_title_and_any_other_the_atlass_own() -> None:
    whole = the_real_atlas(LAYERS)
    chapter = whole.chapters[2]
    (slide,) = chosen(whole, Slide(View(start=chapter.start, end=chapter.end)))
    assert slide.title == chapter.heading("en")
    (slide,) = chosen(whole, Slide(View(start=chapter.start)))
    assert slide.title == "Iraq–Syria after Assad"
    (slide,) = chosen(whole, Slide(View(start=chapter.start, end=chapter.end), title="Mine"))
    assert slide.title == "Mine"


def test_a_deck_has_every_chapter_in_order_each_with_its_own_title() -> None:
    whole = the_real_atlas(LAYERS)
    slides = chosen(whole, Slide(View(language="ar"), title="Mine"), deck=True)
    assert [slide.title for slide in slides] == [chapter.heading("ar") for chapter in whole.chapters]
    assert [(slide.view.start, slide.view.end) for slide in slides] == [(one.start, one.end) for one in whole.chapters]


def test_a_whole_range_is_named_by_the_days_of_the_scale() -> None:
    whole, scale = the_real_atlas(LAYERS), SCALE
    assert name_of(whole, [Slide(View())], "html") == f"iraq-syria_{scale.first}_{scale.last}_en.html"


@pytest.fixture
def tables_without_chapters(a_copy_of_the_tables: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    chapters = a_copy_of_the_tables / "chapters.csv"
    chapters.write_text(chapters.read_text(encoding="utf-8").partition("\n")[0] + "\n", encoding="utf-8")
    monkeypatch.setenv("ATLAS_DATA_FOLDER", str(a_copy_of_the_tables))
    return a_copy_of_the_tables


@pytest.mark.parametrize("options", [["--deck", "chapters", "out.pptx"], ["--chapter", "any", "out.html"]])
def test_without_chapters_there_is_no_slide_of_one(
    tables_without_chapters: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
) -> None:
    monkeypatch.setattr(cli, "open_screenshotter", lambda *_: nullcontext())
    *asked, name = options
    assert cli.main([*asked, str(tmp_path / name)]) == 2
    said = f"{tables_without_chapters} has no chapter; write some into chapters.csv, or leave {asked[0]} out.\n"
    assert capsys.readouterr().err == said
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("arguments", "mend"),
    [
        (
            ["--range", "1900-01-01/1900-12-31", "--theme", "diplomacy", "out.html"],
            f"those of the tables run from {SCALE.first} to {SCALE.last}",
        ),
        (["--words", "nosuchword", "out.html"], "no event would be seen"),
        (["--theme", "nosuch", "out.html"], "the tables have no 'nosuch'"),
        (["--selected", "nosuch", "out.html"], "the tables have no 'nosuch'"),
        (["--words", "a\x0bb", "out.html"], "--words has a hidden character, control character (U+000B), in place 2"),
        (["--place", "\udcff", "out.html"], "--place has a hidden character"),
        (["--url", "http://h/?words=a%0Bb", "out.html"], "words of --url has a hidden character"),
        (["--url", "http://[", "out.html"], "--url 'http://[' is no address"),
        (["--address", "http://h/\u202e", "out.html"], "--address has a hidden character, right-to-left override"),
        (["--deck", "chapters", "--chapter", "corridor-years", "out.pdf"], "leave one of them out"),
        (["out"], "choose one of them"),
        (["a-folder.pdf"], "'a-folder.pdf' is a folder; name a file in it"),
        (["a-file/out.html"], "there is no folder 'a-file'"),
        (["nowhere/out.png"], "there is no folder 'nowhere'; make it first, or name another"),
    ],
)
def test_a_wrong_request_is_a_sentence_and_makes_nothing(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    mend: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a-folder.pdf").mkdir()
    (tmp_path / "a-file").touch()
    assert cli.main(arguments) == 2
    said = capsys.readouterr()
    assert mend in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-file", "a-folder.pdf"]


@pytest.mark.parametrize(
    "option", [["--size", "0x0"], ["--size", "99999x99999"], ["--timeout", "0"], ["--timeout", "nan"]]
)
def test_a_size_or_a_time_that_cannot_be_is_said_with_what_can(
    capsys: pytest.CaptureFixture[str], option: list[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        cli.main([*option, "out.png"])
    assert re.search(f"argument {option[0]}: .*({re.escape(option[1])})", capsys.readouterr().err)


def test_a_folder_of_tables_that_is_not_there_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA_FOLDER", str(tmp_path / "nowhere"))
    assert cli.main([str(tmp_path / "out.html")]) == 2
    assert f"there is no folder {tmp_path / 'nowhere'}; ATLAS_DATA_FOLDER is to name" in capsys.readouterr().err


def test_a_file_that_may_not_be_overwritten_is_said_before_a_picture_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.png"
    out.write_text("mine")
    monkeypatch.setattr(cli.os, "access", lambda path, _mode: path != out)
    assert cli.main([str(out)]) == 2
    assert capsys.readouterr().err == f"'{out}' cannot be written; name another file, or allow it.\n"
    assert out.read_text() == "mine"


def test_a_disk_that_is_full_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(cli.Path, "write_bytes", full)
    out = tmp_path / "out.html"
    assert cli.main([str(out)]) == 2
    assert capsys.readouterr().err == f"'{out}' cannot be written: No space left on device; name another file.\n"


@pytest.mark.parametrize(
    "spoilt", ["The\x0bfall", "The\tfall", "\x00The \u202efall\ufffe", "The\u2028fall", "\udcffThe fall"]
)
@pytest.mark.parametrize("given_by", ["title", "url"])
def test_a_title_with_signs_that_are_none_reaches_the_file_without_them(
    tmp_path: Path, spoilt: str, given_by: str
) -> None:
    out = tmp_path / "out.html"
    address = f"http://h/?{urlencode({'title': spoilt}, errors='surrogatepass')}"
    asked = ["--title", spoilt] if given_by == "title" else ["--url", address]
    assert cli.main([*asked, str(out)]) == 0
    made = out.read_text(encoding="utf-8")
    assert re.search('<title dir="auto">(.*)</title>', made)[1].replace("\ufffd", "") == "The fall"  # type: ignore[index]
