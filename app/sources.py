"""Ask every cited address: `python -m app.sources [FOLDER]` prints those that are dead, moved or changed in title.

Exit status 0 where all is well (and nothing is printed), 1 where something is to be looked at, 2 where there is no such
folder, or no table of citations in it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from app.citations.asking import Asker
from app.citations.checking import check_addresses
from app.citations.cited import Cited, cited_addresses
from app.citations.findings import Finding
from app.citations.pace import Clock, Pace
from app.command_line import add_folder_argument, missing_folder, print_line, seconds
from app.model.paths import data_folder
from app.model.tables.files.csv_reader import read_table
from app.model.tables.schema import REPORTS
from app.model.text.quoting import visible

ALL_WELL, TO_LOOK_AT, NO_FOLDER = 0, 1, 2
PROJECT = "iraq-syria-atlas"


def main(arguments: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Run the command and return the exit status; `clock` is for tests, which cannot wait for a second."""
    options = _parser().parse_args(arguments)
    folder: Path = options.folder or data_folder()
    if complaint := missing_folder(folder, REPORTS.file):
        print_line(sys.stderr, complaint)
        return NO_FOLDER
    frame, problems = read_table(folder, REPORTS)
    for problem in problems:
        print_line(sys.stderr, str(problem))
    addresses = cited_addresses(frame)
    if problems and not addresses:
        return NO_FOLDER
    try:
        if options.offline:
            _list(addresses, as_json=options.json)
            return ALL_WELL
        found = _ask(addresses, Asker(Pace(clock), user_agent(), options.timeout))
        _print_findings(found, as_json=options.json)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads has seen enough, as `head` does; Python would complain of it again at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return TO_LOOK_AT
    return TO_LOOK_AT if found else ALL_WELL


def user_agent() -> str:
    """Return who asks: the project, its version, and what for."""
    try:
        number = f"/{version(PROJECT)}"
    except PackageNotFoundError:
        number = ""
    return f"{PROJECT}{number} (asks once whether the pages that an essay's atlas cites are still there)"


def _ask(addresses: list[Cited], asker: Asker) -> list[Finding]:
    """Ask all addresses, and say on standard error how many there are and what came of them."""
    hosts = len({cited.host for cited in addresses})
    print_line(sys.stderr, f"Asking {len(addresses)} addresses of {hosts} hosts, each host at most once a second.")
    found: list[Finding] = []
    asked = 0
    try:
        for _, of_address in check_addresses(addresses, asker):
            asked += 1
            found += of_address
    except KeyboardInterrupt:
        print_line(sys.stderr, f"Stopped after {asked} of {len(addresses)} addresses.")
    kinds = [finding.kind for finding in found]
    counts = ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(sorted(kinds)))
    print_line(sys.stderr, f"{asked} addresses asked: {counts or 'all are as the table has them'}.")
    return sorted(found, key=lambda finding: (finding.lines, finding.kind))


def _print_findings(found: list[Finding], *, as_json: bool) -> None:
    if as_json:
        print_line(sys.stdout, json.dumps([asdict(finding) for finding in found], indent=2))
        return
    for finding in found:
        print_line(sys.stdout, str(finding))


def _list(addresses: list[Cited], *, as_json: bool) -> None:
    """Print the addresses that would be asked, each with the rows that cite it."""
    if as_json:
        listed = [{"url": cited.url, "ids": [row.id for row in cited.citations]} for cited in addresses]
        print_line(sys.stdout, json.dumps(listed, indent=2))
        return
    for cited in addresses:
        print_line(sys.stdout, visible(f"{cited.url} {' '.join(row.id for row in cited.citations)}"))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m app.sources",
        description="Ask every cited address, at most one request a second for each host, and print each that is dead, "
        "has moved, has another title than the table, or cannot be judged.",
        epilog="Exit status: 0 all is well, 1 something is to be looked at, 2 there is no such folder.",
    )
    add_folder_argument(parser)
    parser.add_argument("--offline", action="store_true", help="ask nothing, and list the addresses with their rows")
    parser.add_argument("--json", action="store_true", help="print a JSON array")
    parser.add_argument(
        "--timeout", type=seconds(600), default=20.0, metavar="SECONDS", help="wait for an answer at most so long (20)"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
