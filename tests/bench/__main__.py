"""Run all measurements and print a table; `--json FILE` writes them to a file too."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tests.bench.first_view import first_view


def main() -> None:
    """Run from the project's folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE as JSON")
    arguments = parser.parse_args()
    figures = {"first_view_seconds": first_view()}
    print("First view, until map, timeline and list are complete (seconds, medians)")
    print(f"{'':10}{'bare page':>12}{'this app':>12}{'ratio':>8}")
    view = figures["first_view_seconds"]
    for visitor in ("first", "third"):
        print(
            f"{visitor:10}{view[f'bare_{visitor}']:12.2f}{view[f'atlas_{visitor}']:12.2f}{view[f'ratio_{visitor}']:8.2f}"
        )
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
