"""Write the data dictionary and the data package: `python -m app.describe [FOLDER] [--check]`.

Exit status 0 where both are written or, with --check, fresh; 1 where --check finds one stale; 2 where that fails.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from app.command_line import add_folder_argument, missing_folder
from app.model.paths import data_folder
from app.model.tables.datapackage import data_package_json
from app.model.tables.dictionary import COMMAND, dictionary_markdown
from app.model.text.quoting import visible

FRESH, STALE, FAILED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both files, or check them, and return the exit status."""
    parser = argparse.ArgumentParser(
        prog=COMMAND, description="Write README.md and datapackage.json of the tables, out of app/model/tables/schema."
    )
    add_folder_argument(parser)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 and name what is stale")
    options = parser.parse_args(arguments)
    folder: Path = options.folder or data_folder()
    try:
        if complaint := missing_folder(folder):
            raise ValueError(complaint)
        if options.check:
            return _report(stale_files(folder))
        write_files(folder)
    except (OSError, ValueError) as error:
        sys.stderr.write(visible(str(error)) + "\n")
        return FAILED
    return FRESH


def described_files() -> dict[str, str]:
    """Return what each generated file of the folder must hold, by its name."""
    return {"README.md": dictionary_markdown(), "datapackage.json": data_package_json()}


def stale_files(folder: Path) -> list[str]:
    """Return a sentence for each file that is missing or is not what the schema says."""
    stale = []
    for name, text in described_files().items():
        path = folder / name
        if not path.exists():
            stale.append(f"{path}: the file is missing; run {COMMAND}")
        elif path.read_text(encoding="utf-8") != text:
            stale.append(f"{path}: the file is not what app/model/tables/schema says; run {COMMAND}")
    return stale


def write_files(folder: Path) -> None:
    """Write both files.

    Raises ValueError where one of that name stands there that this command has not written.
    """
    files = described_files()
    for name in files:
        path = folder / name
        if path.exists() and COMMAND not in path.read_text(encoding="utf-8", errors="replace"):
            raise ValueError(f"{path}: the file was not written by {COMMAND}; move it away first")
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _report(stale: Sequence[str]) -> int:
    for sentence in stale:
        sys.stdout.write(visible(sentence) + "\n")
    return STALE if stale else FRESH


if __name__ == "__main__":
    sys.exit(main())
