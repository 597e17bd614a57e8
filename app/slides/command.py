"""The command: a View from its options or from a copied address, and a file of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from app.model.folders import data_folder
from app.model.problems import visible
from app.model.view import URL_FIELDS, View, view_from_url
from app.slides.camera import Camera, camera
from app.slides.chromium import NoChromiumError, NoPictureError
from app.slides.slide import SIZES, Slide

MADE, NOT_MADE = 0, 2
SUFFIXES = ("png", "pdf", "pptx", "html")
DECKS = ("pdf", "pptx")
"""Files that may have more than one slide."""


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
    if suffix not in SUFFIXES:
        raise AskedWronglyError(f"'{asked.out}' ends otherwise than {', '.join(SUFFIXES)}; choose one of them")
    if asked.deck and suffix not in DECKS:
        raise AskedWronglyError(f"a deck is written as {' or '.join(DECKS)}, not as {suffix}")
    view, address = _view(asked), asked.address
    if asked.url:
        address = urlunsplit((*urlsplit(asked.url)[:3], "", ""))
    # The browser starts beside the imports and the tables: each takes a second and more.
    lens = browser.enter_context(camera(SIZES[asked.size], asked.timeout)) if suffix != "html" else None
    return _written(asked, Slide(view, asked.title, SIZES[asked.size], address), suffix, lens)


def _written(asked: argparse.Namespace, slide: Slide, suffix: str, lens: Camera | None) -> Path:
    from app.model.keeping import kept_atlas  # noqa: PLC0415, while the browser starts
    from app.slides import export  # noqa: PLC0415, the same

    atlas = kept_atlas(data_folder())
    if not atlas.events:
        raise AskedWronglyError(f"{data_folder()} has no event; python -m app.check says why")
    try:
        slides = export.chosen(atlas, slide, chapter=asked.chapter, deck=bool(asked.deck))
    except KeyError:
        known = ", ".join(chapter.id for chapter in atlas.chapters)
        raise AskedWronglyError(f"there is no chapter '{asked.chapter}'; choose one of {known}") from None
    content = export.exported(atlas, slides, suffix, lens, covers=bool(asked.deck))
    path: Path = asked.out / export.name_of(atlas, slides, suffix) if asked.out.is_dir() else asked.out
    path.write_bytes(content)
    return path


def _view(asked: argparse.Namespace) -> View:
    parameters = dict(parse_qsl(urlsplit(asked.url or "").query))
    parameters |= {name: value for name in URL_FIELDS if (value := getattr(asked, name, None)) is not None}
    if asked.range is not None:
        first, slash, last = asked.range.partition("/")
        if not slash:
            raise AskedWronglyError(f"--range '{asked.range}' is no range; write it as 2024-12-01/2025-05-31")
        parameters |= {"from": first, "to": last}
    view, spoilt = view_from_url(parameters)
    if spoilt:
        said = ", ".join(f"{name} '{parameters[name]}'" for name in spoilt if name in parameters)
        raise AskedWronglyError(f"could not be read: {said}; write it as the dashboard's address has it")
    return view


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m app.slides", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT", help="file to write: .png, .pdf, .pptx or .html; or a folder")
    parser.add_argument("--range", metavar="A/B", help="first and last day, such as 2024-12-01/2025-05-31")
    parser.add_argument("--chapter", metavar="ID", help="the range and the title of a chapter of chapters.csv")
    parser.add_argument("--deck", choices=["chapters"], help="a slide for each chapter, for pdf and pptx")
    parser.add_argument("--title", default="", help="heading; else the chapter's, or the atlas's own")
    parser.add_argument("--size", choices=list(SIZES), default="1920x1080", help="size of the picture in pixels")
    parser.add_argument("--url", metavar="ADDRESS", help="a copied address of the dashboard: its view is taken")
    parser.add_argument(
        "--address", metavar="ADDRESS", default=Slide(View()).address, help="where the dashboard is, for the link"
    )
    parser.add_argument("--timeout", type=float, metavar="SECONDS", default=60, help="longest wait for one picture")
    view = parser.add_argument_group("what is shown", "the same as in the dashboard's address")
    for name in URL_FIELDS:
        if name not in ("paragraph", "present"):
            view.add_argument(f"--{name}", metavar="VALUE")
    return parser
