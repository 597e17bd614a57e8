"""The command: a View from its options or from a copied address, and a file of it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from app.command_line import seconds
from app.model.chronology.view import VIEW_FIELDS, View, view_from_url
from app.model.paths import data_folder
from app.model.text.hidden_characters import name_of
from app.model.text.quoting import visible
from app.model.text.untrusted_text import unwritable
from app.slides.capture.browser_process import NoPictureError
from app.slides.capture.find_browser import NoChromiumError
from app.slides.capture.screenshots import Screenshotter, open_screenshotter
from app.slides.slide import SIZES, Slide

if TYPE_CHECKING:
    from app.model.chronology.entities import Atlas

MADE, NOT_MADE = 0, 2
SUFFIXES = ("png", "pdf", "pptx", "html")
DECKS = ("pdf", "pptx")
"""Files that may have more than one slide."""
PARAMETERS = [each.parameter for each in VIEW_FIELDS if each.name not in ("paragraph", "presenting")]
"""What of the address says something of a picture."""

MAX_WAIT_S = 86_400
"""Maximum wait for one picture, seconds."""


class AskedWronglyError(Exception):
    """The options contradict each other or the tables; the message says what to write instead."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 where the file is written, 2 where it is not and standard error says why."""
    with ExitStack() as browser:
        return run(arguments, browser)


def run(arguments: Sequence[str] | None, browser: ExitStack) -> int:
    """Do the same, and leave it to the caller to close the browser."""
    asked = _parser().parse_args(arguments)
    try:
        path = _make(asked, browser)
    except (AskedWronglyError, NoChromiumError, NoPictureError, OSError) as error:
        print(visible(f"{error}."), file=sys.stderr)
        return NOT_MADE
    print(visible(str(path)))
    return MADE


def _make(asked: argparse.Namespace, browser: ExitStack) -> Path:
    suffix = "png" if asked.out.is_dir() else asked.out.suffix.removeprefix(".").lower()
    _check_options(asked, suffix)
    _check_output(asked.out)
    view, address = _view(asked), asked.address
    if asked.url:
        address = urlunsplit((*urlsplit(asked.url)[:3], "", ""))
    slide = Slide(view, _title(asked), SIZES[asked.size], address)
    # The browser starts beside the imports and the tables: each takes a second and more.
    screenshotter = (
        browser.enter_context(open_screenshotter(SIZES[asked.size], asked.timeout)) if suffix != "html" else None
    )
    return _written(asked, slide, suffix, screenshotter)


def _check_options(asked: argparse.Namespace, suffix: str) -> None:
    """Raise AskedWronglyError for what no tables and no browser are needed to see."""
    if suffix not in SUFFIXES:
        raise AskedWronglyError(f"'{asked.out}' ends otherwise than {', '.join(SUFFIXES)}; choose one of them")
    if asked.deck and suffix not in DECKS:
        raise AskedWronglyError(f"a deck is written as {' or '.join(DECKS)}, not as {suffix}")
    if asked.deck and asked.chapter is not None:
        raise AskedWronglyError("--deck takes every chapter and --chapter one; leave one of them out")
    _check_characters(asked)
    folder = data_folder()
    if not folder.is_dir():
        raise AskedWronglyError(f"there is no folder {folder}; ATLAS_DATA_FOLDER is to name the one with the tables")


def _check_characters(asked: argparse.Namespace) -> None:
    """Raise AskedWronglyError for hidden characters in what is not a title: they would stand in the slide's link."""
    options = {f"--{name}": value for name, value in vars(asked).items() if name != "title" and isinstance(value, str)}
    for name in ("--url", "--address"):
        try:
            parts = urlsplit(options.get(name, ""))
        except ValueError as error:
            raise AskedWronglyError(f"{name} '{options[name]}' is no address: {error}; copy it anew") from None
        options |= {f"{key} of {name}": value for key, value in parse_qsl(parts.query) if key != "title"}
    for name, value in options.items():
        if letter := unwritable(value):
            place = f"in place {value.index(letter) + 1}"
            raise AskedWronglyError(f"{name} has a hidden character, {name_of(letter)}, {place}; delete it")


def _check_output(out: Path) -> None:
    """Raise AskedWronglyError where the file can certainly not be written: the picture would be made in vain."""
    folder = out if out.is_dir() else out.parent
    if out.is_dir() and out.suffix.removeprefix(".").lower() in SUFFIXES:
        raise AskedWronglyError(f"'{out}' is a folder; name a file in it")
    if not folder.is_dir():
        raise AskedWronglyError(f"there is no folder '{folder}'; make it first, or name another")
    written = out if out.exists() and not out.is_dir() else folder
    if not os.access(written, os.W_OK):
        raise AskedWronglyError(f"'{written}' cannot be written; name another file, or allow it")


def _title(asked: argparse.Namespace) -> str:
    """Return the heading that is asked for; a copied address may have one, of the Slides page's preview."""
    return asked.title or dict(parse_qsl(urlsplit(asked.url or "").query)).get("title", "")


def _written(asked: argparse.Namespace, slide: Slide, suffix: str, screenshotter: Screenshotter | None) -> Path:
    from app.model.tables.atlas_cache import cached_atlas  # noqa: PLC0415, while the browser starts
    from app.slides.files import export  # noqa: PLC0415, the same

    atlas = cached_atlas(data_folder())
    if not atlas.events:
        raise AskedWronglyError(f"{data_folder()} has no event; python -m app.check says why")
    slides = _chosen(asked, atlas, slide)
    content = export.exported(atlas, slides, suffix, screenshotter, covers=bool(asked.deck))
    path: Path = asked.out / export.name_of(atlas, slides, suffix) if asked.out.is_dir() else asked.out
    try:
        path.write_bytes(content)
    except OSError as error:
        raise AskedWronglyError(f"'{path}' cannot be written: {error.strerror}; name another file") from error
    return path


def _chosen(asked: argparse.Namespace, whole: Atlas, slide: Slide) -> list[Slide]:
    """Return the slides; raise AskedWronglyError where the tables lack what is asked for, or nothing would be seen."""
    from app.model.chronology.filtering import without_unknown_keys  # noqa: PLC0415, as above
    from app.slides.files import export  # noqa: PLC0415, the same

    if (asked.deck or asked.chapter is not None) and not whole.chapters:
        name = "--deck" if asked.deck else "--chapter"
        raise AskedWronglyError(f"{data_folder()} has no chapter; write some into chapters.csv, or leave {name} out")
    try:
        slides = export.chosen(whole, slide, chapter=asked.chapter, deck=bool(asked.deck))
        slides = [replace(each, view=replace(each.view, **_framing(asked, slide.view))) for each in slides]
    except KeyError:
        known = ", ".join(chapter.id for chapter in whole.chapters)
        raise AskedWronglyError(f"there is no chapter '{asked.chapter}'; choose one of {known}") from None
    _, unknown = without_unknown_keys(whole, slide.view)
    if unknown:
        raise AskedWronglyError(f"the tables have no '{unknown[0]}'; write an id that stands in them")
    if not any(export.shown_on(whole, each) for each in slides):
        first, last = export.days_of(whole.with_layers(slide.view.layers))
        there_are = f"those of the tables run from {first} to {last}"
        raise AskedWronglyError(f"no event would be seen; {there_are}: write another range, or filter less")
    return slides


def _framing(asked: argparse.Namespace, view: View) -> dict[str, Any]:
    """Return what is asked for beside a picture that is fitted to its subject, on every slide."""
    names = ("camera", "window", "annotations")
    return {name: getattr(view, name) for name in names if getattr(asked, name) is not None}


def _view(asked: argparse.Namespace) -> View:
    parameters = dict(parse_qsl(urlsplit(asked.url or "").query))
    parameters |= {name: value for name in PARAMETERS if (value := getattr(asked, name, None)) is not None}
    if asked.range is not None:
        first, slash, last = asked.range.partition("/")
        if not slash:
            raise AskedWronglyError(f"--range '{asked.range}' is no range; write it as 2024-12-01/2025-05-31")
        parameters |= {"from": first, "to": last}
    view, invalid = view_from_url(parameters)
    if invalid:
        said = ", ".join(f"{name} '{parameters[name]}'" for name in invalid if name in parameters)
        raise AskedWronglyError(f"could not be read: {said}; write it as the dashboard's address has it")
    return view


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m app.slides", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT", help="file to write: .png, .pdf, .pptx or .html; or a folder")
    parser.add_argument("--range", metavar="A/B", help="first and last day, such as 2024-12-01/2025-05-31")
    parser.add_argument("--chapter", metavar="ID", help="the range and the claim of a chapter of chapters.csv")
    parser.add_argument("--deck", choices=["chapters"], help="a slide for each chapter, for pdf and pptx")
    parser.add_argument("--title", default="", help="heading; else the chapter's claim, or the atlas's title")
    parser.add_argument("--size", choices=list(SIZES), default="1920x1080", help="size of the picture in pixels")
    parser.add_argument("--url", metavar="ADDRESS", help="a copied address of the dashboard: its view is taken")
    parser.add_argument(
        "--address", metavar="ADDRESS", default=Slide(View()).address, help="where the dashboard is, for the link"
    )
    parser.add_argument(
        "--timeout", type=seconds(MAX_WAIT_S), metavar="SECONDS", default=60, help="longest wait for one picture"
    )
    view = parser.add_argument_group("what is shown", "the same as in the dashboard's address")
    for name in PARAMETERS:
        view.add_argument(f"--{name}", metavar="VALUE")
    return parser
