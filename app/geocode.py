"""Look places up with Nominatim, compare them with places.csv, and print rows to paste."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from app.command_line import seconds
from app.model.gazetteer.borders import side_of
from app.model.gazetteer.distances import geodesic_km
from app.model.gazetteer.nominatim import CREDIT, MAX_ANSWERS, Answer, Geocoder, NominatimError, Server, server_at
from app.model.paths import data_folder
from app.model.tables.place_match import (
    PlaceRow,
    best_answer,
    completed_row,
    nearest_row,
    new_row,
    read_rows,
    rows_named,
)
from app.model.tables.schema import PLACES
from app.model.text.quoting import visible

PROJECT = "iraq-syria-atlas"
FOUND, NOT_FOUND, FAILED = 0, 1, 2
_NEIGHBOUR_KM = 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 where every name was found, 1 where one was not, 2 where a server failed."""
    _write_utf_8()
    asked = _parser().parse_args(arguments)
    rows, problems = read_rows(asked.folder)
    for problem in problems:
        print(problem, file=sys.stderr)
    geocoder = Geocoder(asked.server, user_agent(asked.contact), asked.timeout)
    status = FOUND
    for name in asked.names:
        try:
            answers = geocoder.ask(name, asked.limit, asked.language)
        except NominatimError as error:
            print(visible(f"{name}: {error}."), file=sys.stderr)
            return FAILED
        if answers:
            _print_found(name, answers, rows, geocoder.address, asked.answer)
        else:
            mend = "try another spelling, or the Arabic one"
            print(visible(f"{name}: {geocoder.address} knows no such place; {mend}."), file=sys.stderr)
            status = NOT_FOUND
    return status


def user_agent(contact: str) -> str:
    """Return who asks: the project, its version, and how to reach whom, if it is known."""
    try:
        about = metadata(PROJECT)
    except PackageNotFoundError:
        return f"{PROJECT} ({contact})" if contact else PROJECT
    links = dict(link.split(", ", 1) for link in about.get_all("Project-URL") or ())
    contact = contact or links.get("Repository", "")
    return f"{PROJECT}/{about['Version']}" + (f" ({contact})" if contact else "")


def _print_found(name: str, answers: list[Answer], rows: list[PlaceRow], address: str, chosen: int | None) -> None:
    """Print the answers, how they compare with the row that there is, and the row to paste."""
    same = rows_named(rows, name)
    row = same[0] if same else None
    count = "1 answer" if len(answers) == 1 else f"{len(answers)} answers"
    _say(f"{name}: {count} of {address}; {CREDIT}")
    if row:
        point = f"{row.point[0]:.4f}, {row.point[1]:.4f}; {side_of(*row.point).in_words()}" if row.point else "no point"
        _say(f"The row {row.cells['id']} ({PLACES.file}:{row.line}): {point}")
    for other in same[1:]:
        _say(f"The row {other.cells['id']} ({PLACES.file}:{other.line}) has this name, too, and is not compared.")
    for number, answer in enumerate(answers, 1):
        _print_answer(number, answer, row)
    if chosen and chosen > len(answers):
        _say(f"There is no answer {chosen}.")
    index = chosen - 1 if chosen and chosen <= len(answers) else best_answer(answers, row)
    answer = answers[index]
    if row:
        paste = completed_row(row, answer)
        _say(f"Row to paste over line {row.line} of {PLACES.file}, with answer {index + 1}:")
    else:
        paste = new_row(name, answer, {row.cells["id"] for row in rows})
        if (neighbour := nearest_row(rows, answer.point)) and neighbour[1] <= _NEIGHBOUR_KM:
            key, km = neighbour[0].cells["id"], neighbour[1]
            _say(f"No row has this name; is it {key}, {km:.2f} km from answer {index + 1}?")
        _say(f"Row to paste at the end of {PLACES.file}, with answer {index + 1}:")
    # Not by _say: the joiners that Arabic needs stay; the cells are harmless already.
    print(f"\n{paste.as_csv()}\n")
    for remark in paste.remarks:
        _say(remark)
    print()


def _print_answer(number: int, answer: Answer, row: PlaceRow | None) -> None:
    side = side_of(*answer.point)
    _say(f"{number}. {answer.display_name}")
    _say(f"   {answer.tag}, {answer.osm_object or 'no single object'}: {answer.latitude:.4f}, {answer.longitude:.4f}")
    _say(f"   {side.in_words()}")
    if row and row.point:
        words = f"   {geodesic_km(row.point, answer.point):.2f} km from the row"
        of_row = side_of(*row.point)
        if side.country != of_row.country:
            words += f", and on another side of a border: the row falls {of_row.in_words()}"
        _say(words)


def _say(line: str) -> None:
    print(visible(line))


def _write_utf_8() -> None:
    """Arabic is written whatever the terminal's code page; without this a redirected Windows console fails on it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _parser() -> argparse.ArgumentParser:
    environment = os.environ
    parser = argparse.ArgumentParser(prog="python -m app.geocode", description=__doc__)
    parser.add_argument("names", nargs="+", metavar="NAME", type=_name, help="name of a place")
    parser.add_argument(
        "--server",
        type=_server,
        default=environment.get("ATLAS_NOMINATIM") or None,
        help="address of a Nominatim server (ATLAS_NOMINATIM); else the public one; http:// for one of your own",
    )
    parser.add_argument(
        "--contact",
        type=_contact,
        default=environment.get("ATLAS_CONTACT") or "",
        help="how the server's keepers can reach you: a mail or web address (ATLAS_CONTACT)",
    )
    parser.add_argument("--limit", type=_whole_number(MAX_ANSWERS), default=5, help="most answers a name (5)")
    parser.add_argument("--answer", type=_whole_number(MAX_ANSWERS), help="number of the answer for the row to paste")
    parser.add_argument("--language", default="en", help="language of the long names, such as en or ar (en)")
    parser.add_argument(
        "--timeout", type=seconds(3600), default=10.0, metavar="SECONDS", help="wait for an answer (10)"
    )
    parser.add_argument("--folder", type=Path, default=data_folder(), help="folder with places.csv (data)")
    return parser


def _name(text: str) -> str:
    if not text.strip() or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise argparse.ArgumentTypeError("is empty or no UTF-8; write the name of a place")
    return text.strip()


def _server(text: str) -> Server:
    try:
        return server_at(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{visible(text)!r} {error}") from error


def _contact(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        raise argparse.ArgumentTypeError("takes a mail or web address in plain ASCII letters")
    return text


def _whole_number(most: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not (text.isdecimal() and 1 <= int(text) <= most):
            raise argparse.ArgumentTypeError(f"{visible(text)!r} is no whole number from 1 to {most}")
        return int(text)

    return parse


if __name__ == "__main__":
    raise SystemExit(main())
