"""Tables with as many events as wanted, made of the project's own rows: what the bench is run with."""

from __future__ import annotations

import csv
import random
import re
import shutil
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app.model.chronology.codes import ESSAY
from app.model.paths import PROJECT_FOLDER

AS_THEY_ARE = 80
"""Asks for the project's tables themselves: they have about so many events."""
SEED = 20241208
SHIFT_DAYS = 20
"""A copy's dates lie at most so many days before or after its model's; those of a month, one month."""
FIRST_SHIFTED_YEAR = 2024
"""Dates before this year, the background's, are not moved: so the time scale stays the essay's."""

_PART = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?")


def write_many_events(folder: Path, count: int, seed: int = SEED) -> Path:
    """Write a folder of tables with `count` events and return it; the same arguments write the same files.

    The project's own rows come first. After them come copies of the essay's rows, each with all its reports, in
    turn: dates are shifted, and half of the copies stand at another place of `places.csv` than their model. So the
    share of kinds, themes, agreements and undated events stays; the places are as many as the essay's.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for table in sorted((PROJECT_FOLDER / "data").glob("*.csv")):
        shutil.copy(table, folder)
    if count == AS_THEY_ARE:
        return folder
    chance = random.Random(seed)  # noqa: S311, a bench is no secret
    events, reports = _rows(folder / "events.csv"), _rows(folder / "reports.csv")
    models = [row for row in events if row["layer"] == ESSAY]
    located = [row["id"] for row in _rows(folder / "places.csv") if row["latitude"]]
    copies: list[dict[str, str]] = []
    copied_reports: list[dict[str, str]] = []
    for number in range(max(count - len(events), 0)):
        model, turn = models[number % len(models)], number // len(models) + 2
        copy = _shifted(_moved(model, located, chance), chance)
        copies.append(copy | {"id": f"{model['id']}-{turn}", "title_en": f"{model['title_en']} ({turn})"})
        copied_reports += [
            report | {"id": f"{report['id']}-copy-{turn}", "event": f"{model['id']}-{turn}"}
            for report in reports
            if report["event"] == model["id"]
        ]
    _write(folder / "events.csv", [*events, *copies][:count])
    _write(folder / "reports.csv", [*reports, *copied_reports])
    return folder


def _moved(row: dict[str, str], located: list[str], chance: random.Random) -> dict[str, str]:
    """Return the row with another first place, in one case of two; rows without a place stay without."""
    places = row["places"].split(";")
    taken = {*places, row["from_place"]}
    new = chance.choice([key for key in located if key not in taken])
    if not row["places"] or chance.random() < 0.5:
        return row
    supplied = [new if key == places[0] else key for key in row["reports_supplied"].split(";")]
    return row | {"places": ";".join([new, *places[1:]]), "reports_supplied": ";".join(supplied)}


def _shifted(row: dict[str, str], chance: random.Random) -> dict[str, str]:
    """Return the row with both dates moved alike: what the essay and reports have between them stays."""
    days = chance.randint(-SHIFT_DAYS, SHIFT_DAYS)

    def later(part: re.Match[str]) -> str:
        year, month = int(part["year"]), int(part["month"])
        if year < FIRST_SHIFTED_YEAR:
            return part[0]
        if part["day"]:
            return (date(year, month, int(part["day"])) + timedelta(days=days)).isoformat()
        months = year * 12 + month - 1 + round(days / SHIFT_DAYS)
        return f"{months // 12}-{months % 12 + 1:02}"

    return row | {column: _PART.sub(later, row[column]) for column in ("essay_date", "reported_date")}


def _rows(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(table: Path, rows: Iterable[dict[str, Any]]) -> None:
    rows = list(rows)
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
