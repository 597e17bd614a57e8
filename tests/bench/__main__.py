"""Measure the dashboard in a real browser, print tables, and with `--json FILE` write the figures to a file too.

What exactly is measured stands at the top of each part: first_view.py, interactions.py, plain_steps.py, readers.py,
slides.py.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.first_view import ROUNDS, first_view
from tests.bench.interactions import KINDS, interactions
from tests.bench.many_events import AS_THEY_ARE, write_many_events
from tests.bench.plain_steps import MOST_EVENTS, plain_steps
from tests.bench.readers import READERS, readers
from tests.bench.slides import slides

PARTS = ("first", "interactions", "plain", "readers", "slides")


def main() -> None:
    """Run from the project's folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE as JSON")
    parser.add_argument(
        "--events", type=int, nargs="+", default=[AS_THEY_ARE, 2_000, 20_000], metavar="N", help="sizes of the tables"
    )
    parser.add_argument("--steps", type=int, default=200, metavar="N", help="steps of the slider for each size")
    parser.add_argument("--releases", type=int, default=12, metavar="N", help="releases for each size")
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS, metavar="N", help="rounds of the first view and of slides"
    )
    parser.add_argument("--pictures", type=int, default=50, metavar="N", help="pictures that are to be whole")
    parser.add_argument("--only", choices=PARTS, help="one part alone")
    options = parser.parse_args()
    wanted = [options.only] if options.only else list(PARTS)
    figures: dict[str, Any] = {"load_average": [round(load, 2) for load in os.getloadavg()]}
    print(f"Load of the machine before: {figures['load_average']}, processors: {os.cpu_count()}")
    if "first" in wanted:
        figures["first_view_seconds"] = first_view(options.rounds)
        print_first_view(figures["first_view_seconds"])
    with tempfile.TemporaryDirectory() as made:
        folders = {count: write_many_events(Path(made) / str(count), count) for count in options.events}
        if "interactions" in wanted:
            print_interactions_head()
            figures["interactions"] = {}
            for count, folder in folders.items():
                figures["interactions"][str(count)] = seen = interactions(folder, options.steps, options.releases)
                print_interactions(count, seen)
        if "plain" in wanted:
            figures["plain"] = {}
            for count, folder in folders.items():
                if count <= MOST_EVENTS:
                    figures["plain"][str(count)] = seen = plain_steps(folder)
                    print_plain(count, seen, figures.get("interactions", {}).get(str(count)))
    if "readers" in wanted:
        figures["readers"] = {"realistic": readers(), "each change asks": readers(every=True)}
        for name, seen in figures["readers"].items():
            print_readers(name, seen)
    if "slides" in wanted:
        figures["slides"] = slides(options.rounds, options.pictures)
        print_slides(figures["slides"])
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2), encoding="utf-8")


def print_first_view(view: dict[str, float]) -> None:
    """Print how long the first view takes."""
    print("\nFirst view, until map, timeline and list are complete (seconds, medians)")
    print(f"{'':10}{'bare page':>12}{'this app':>12}{'ratio':>8}")
    for visitor in ("first", "third"):
        bare, ours, ratio = (view[f"{name}_{visitor}"] for name in ("bare", "atlas", "ratio"))
        print(f"{visitor:10}{bare:12.2f}{ours:12.2f}{ratio:8.2f}")


def print_slides(seen: dict[str, Any]) -> None:
    """Print how long slides take, and how many are whole."""
    print("\nSlides by command (seconds, medians)")
    names = ("least", "picture", "slowest", "first ever", "deck")
    print("".join(f"{name:>12}" for name in names) + f"{'whole':>14}")
    figures = ("least_s", "picture_s", "picture_slowest_s", "picture_first_s", "deck_s")
    whole = f"{seen['whole']} of {seen['pictures']}"
    print("".join(f"{seen[name]:12.2f}" for name in figures) + f"{whole:>14}")


def print_interactions_head() -> None:
    """Print the head of the table of interactions."""
    print("\nInput to all views painted, median / p95, and release to a settled page (milliseconds); V8 heap (MB)")
    names = (*KINDS, "release", "heap", "navigations", "all the same")
    print(f"{'events':>8}" + "".join(f"{name:>15}" for name in names))


def print_interactions(count: int, seen: dict[str, Any]) -> None:
    """Print one size's row."""
    spreads = (*(seen["painted_ms"][kind] for kind in KINDS), seen["release_ms"])
    cells = (
        *(f"{spread['median']} / {spread['p95']}" for spread in spreads),
        f"{seen['heap_mb_first_view']} – {seen['heap_mb_after_steps']}",
        *(seen["navigations"], "yes" if all(seen["same"].values()) else "NO"),
    )
    print(f"{count:>8}" + "".join(f"{cell:>15}" for cell in cells))


def print_readers(name: str, seen: dict[str, Any]) -> None:
    """Print what many readers wait for."""
    print(f"\n{READERS} readers, {name}: first run {seen['first_run_kb']} kB, memory {seen['memory_mb']} MB")
    for what, spread in seen["waited_ms"].items():
        print(f"{what:>16}: median {spread['median']} ms, p95 {spread['p95']} ms, {spread['count']} times")
    print(f"{'errors':>16}: {seen['errors']} {seen['first_error']}")


def print_plain(count: int, seen: dict[str, Any], ours: dict[str, Any] | None) -> None:
    """Print the plain app's step, and how many times ours it is."""
    ratio = f", {seen['step_ms'] / ours['painted_ms']['step']['median']:.1f} times this app's" if ours else ""
    loads = f"{seen['map_loads_a_step']:.1f} loads of the map a step"
    taken = f"{seen['step_ms']:.0f} ms a step (median of {seen['steps']})"
    print(f"\nPlain app with {count} events: {taken}{ratio}; {loads}")


if __name__ == "__main__":
    main()
