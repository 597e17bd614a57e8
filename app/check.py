"""Check the tables: `python -m app.check [FOLDER] [--json]` names every problem with file, line, column and mend.

Exit status 0 where all is well (and nothing is printed), 1 where there are problems, 2 where there is no such folder.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from app.model.folders import data_folder
from app.model.loading import load_atlas
from app.model.problems import visible


def main(arguments: Sequence[str] | None = None) -> int:
    """Check a folder, print what is wrong with it, and return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m app.check",
        description="Check the tables and print each problem as FILE:LINE: COLUMN: what is wrong and how to mend it.",
        epilog="Exit status: 0 all is well, 1 there are problems, 2 there is no such folder.",
    )
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="FOLDER",
        help="folder of the tables; without it ATLAS_DATA_FOLDER or else data/ of this project",
    )
    parser.add_argument("--json", action="store_true", help="print a JSON array of {file, line, column, message}")
    options = parser.parse_args(arguments)
    folder: Path = options.folder or data_folder()
    if complaint := _no_folder(folder):
        _say(sys.stderr, complaint)
        return 2
    problems = load_atlas(folder).problems
    if options.json:
        lines = [json.dumps([asdict(problem) for problem in problems], indent=2)]
    else:
        lines = [str(problem) for problem in problems]
    try:
        for line in lines:
            _say(sys.stdout, line)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads has seen enough, as `head` does; Python would complain of it again at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1 if problems else 0


def _no_folder(folder: Path) -> str:
    """Return why there are no tables to check at all, or nothing."""
    try:
        if folder.is_dir():
            return ""
        what = "is no folder" if folder.exists() else "does not exist"
    except OSError as error:
        what = f"cannot be opened ({error.strerror})"
    return visible(f"{folder} {what}; name the folder in which events.csv and the other tables stand")


def _say(stream: TextIO, line: str) -> None:
    """Write a line; letters that the terminal does not know are escaped."""
    encoding = stream.encoding or "utf-8"
    stream.write(line.encode(encoding, errors="backslashreplace").decode(encoding) + "\n")


if __name__ == "__main__":
    sys.exit(main())
