"""Check the tables: `python -m app.check [FOLDER] [--json]` names every problem with file, line, column and mend.

What was assumed in reading a file that is not as it should be is a remark about the file, and is printed too; remarks
about rows are printed with `--remarks`. Exit status 0 where there is no problem (and, where there is nothing to remark,
nothing is printed), 1 where there are problems, 2 where there is no such folder.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from app.command_line import add_folder_argument, missing_folder, print_line
from app.model.paths import data_folder
from app.model.problems import Problem
from app.model.tables.loader import load_atlas


def main(arguments: Sequence[str] | None = None) -> int:
    """Check a folder, print what is wrong with it, and return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m app.check",
        description="Check the tables and print each problem as FILE:LINE: COLUMN: what is wrong and how to mend it.",
        epilog="Exit status: 0 there is no problem, 1 there are problems, 2 there is no such folder.",
    )
    add_folder_argument(parser)
    parser.add_argument(
        "--json",
        action="store_true",
        help="print a JSON array of {file, line, column, message, grade, lines}, lines being all of them by file",
    )
    parser.add_argument(
        "--remarks", action="store_true", help="print what is doubtful in rows as well, such as a date in the future"
    )
    options = parser.parse_args(arguments)
    folder: Path = options.folder or data_folder()
    if complaint := missing_folder(folder):
        print_line(sys.stderr, complaint)
        return 2
    atlas = load_atlas(folder)
    remarks = [remark for remark in atlas.remarks if options.remarks or not remark.line]
    findings = sorted((*atlas.problems, *remarks))
    if options.json:
        lines = [json.dumps([_as_json(finding) for finding in findings], indent=2)]
    else:
        lines = [str(finding) for finding in findings]
    try:
        for line in lines:
            print_line(sys.stdout, line)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads has seen enough, as `head` does; Python would complain of it again at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1 if atlas.problems else 0


def _as_json(finding: Problem) -> dict[str, object]:
    fields = {name: getattr(finding, name) for name in ("file", "line", "column", "message", "grade")}
    return {**fields, "lines": finding.lines()}


if __name__ == "__main__":
    sys.exit(main())
