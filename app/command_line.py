"""What the commands share: the folder to read, lines for any terminal, and a number of seconds as an option."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from app.model.text.quoting import visible


def add_folder_argument(parser: argparse.ArgumentParser) -> None:
    """Add the optional argument `folder`; None where it is left out."""
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="FOLDER",
        help="folder of the tables; without it ATLAS_DATA_FOLDER or else data/ of this project",
    )


def missing_folder(folder: Path, table: str = "events.csv") -> str:
    """Return why there are no tables to read at all, or nothing; `table` is one that the reader knows."""
    try:
        if folder.is_dir():
            return ""
        what = "is no folder" if folder.exists() else "does not exist"
    except OSError as error:
        what = f"cannot be opened ({error.strerror})"
    return visible(f"{folder} {what}; name the folder in which {table} and the other tables stand")


def print_line(stream: TextIO, line: str) -> None:
    """Write a line; letters that the terminal does not know are escaped."""
    encoding = stream.encoding or "utf-8"
    stream.write(line.encode(encoding, errors="backslashreplace").decode(encoding) + "\n")


def seconds(most: int) -> Callable[[str], float]:
    """Return the type of an option that takes more than 0 and at most `most` seconds."""

    def parse(text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if not 0 < number <= most:
            raise argparse.ArgumentTypeError(f"{visible(text)!r} is no number of seconds above 0 and up to {most}")
        return number

    return parse
