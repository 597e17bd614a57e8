"""A row of places.csv against answers of Nominatim: which row it is, whether they agree, and the row to paste."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, isfinite
from pathlib import Path

from app.model.gazetteer.borders import side_of
from app.model.gazetteer.distances import Point, geodesic_km
from app.model.gazetteer.nominatim import Answer
from app.model.problems import Problem
from app.model.tables.cells.column_types import list_cell
from app.model.tables.files.csv_reader import read_table
from app.model.tables.schema import PLACES
from app.model.text.folding import fold, plain_letters
from app.model.text.untrusted_text import harmless, reads_as_formula

_EDITORS_COLUMNS = ("countries", "name_ar", "confidence", "paragraphs", "label_rank")
"""What only an editor can say, beside what the schema requires."""
_OPENSTREETMAP = re.compile(r"\b(openstreetmap|osm|nominatim)\b", re.IGNORECASE)


@dataclass(frozen=True)
class PlaceRow:
    """A row of places.csv as it stands in the file."""

    line: int
    """Line in the file."""
    cells: Mapping[str, str]
    """Text by column name."""

    @property
    def point(self) -> Point | None:
        """Latitude and longitude, degrees; None where the row has no usable point."""
        latitude, longitude = _number(self.cells["latitude"]), _number(self.cells["longitude"])
        if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
            return None
        return latitude, longitude

    @property
    def radius_km(self) -> float | None:
        """What the point stands for, km; None where the cell holds no number."""
        return _number(self.cells["radius_km"])


@dataclass(frozen=True)
class RowToPaste:
    """A row for places.csv, and what an editor has to know of it."""

    cells: Mapping[str, str]
    """Text by column name."""
    remarks: tuple[str, ...]
    """Sentences."""

    def as_csv(self) -> str:
        """Return the row as a line of CSV, all columns of the schema in order."""
        line = io.StringIO()
        writer = csv.writer(line, lineterminator="")
        writer.writerow([self.cells.get(name, "") for name in PLACES.column_names()])
        return line.getvalue()


def read_rows(folder: Path) -> tuple[list[PlaceRow], list[Problem]]:
    """Return every row of the folder's places.csv, faulty ones too, and the problems of the file."""
    frame, problems = read_table(folder, PLACES)
    cells = ({str(name): str(cell) for name, cell in record.items()} for record in frame.to_dict("records"))
    return [PlaceRow(int(line), row) for line, row in zip(frame.index, cells, strict=True)], problems


def rows_named(rows: Sequence[PlaceRow], name: str) -> list[PlaceRow]:
    """Return the rows that have `name` as id, name or other spelling: those first that have it as id, and so on."""
    wanted = _bare(name)
    found: list[PlaceRow] = []
    for column in ("id", "name_en", "name_ar", "other_spellings"):
        for row in rows:
            cell = row.cells[column]
            spellings = list_cell(cell) if column == "other_spellings" else (cell,)
            if wanted and row not in found and wanted in map(_bare, spellings):
                found.append(row)
    return found


def nearest_row(rows: Sequence[PlaceRow], point: Point) -> tuple[PlaceRow, float] | None:
    """Return the row nearest to a point, with the distance in km, or None where no row has a point."""
    distances = [(row, geodesic_km(row.point, point)) for row in rows if row.point]
    return min(distances, key=lambda pair: pair[1], default=None)


def best_answer(answers: Sequence[Answer], row: PlaceRow | None) -> int:
    """Return the index of the first answer in a country of the row, else of the first: never the nearest.

    A second source chosen because it is near would agree by choice.
    """
    countries = set(list_cell(row.cells["countries"])) if row else set()
    at_home = (index for index, answer in enumerate(answers) if side_of(*answer.point).code in countries)
    return next(at_home, 0)


def agreement(row: PlaceRow, answer: Answer) -> str:
    """Return a sentence on how far row and answer are apart, and whether that is within the row's radius."""
    if not row.point:
        return "The row has no point to compare with."
    km = geodesic_km(row.point, answer.point)
    if row.radius_km is None:
        return f"They are {km:.2f} km apart; the row has no radius to judge that by."
    if km <= row.radius_km:
        return f"They agree: {km:.2f} km apart, within the row’s radius of {row.radius_km:g} km."
    least = ceil(km * 10) / 10
    mend = f"either they are two places, or radius_km must be {least:.1f} or more"
    return f"They do not agree: {km:.2f} km apart, beyond the row’s radius of {row.radius_km:g} km; {mend}."


def completed_row(row: PlaceRow, answer: Answer) -> RowToPaste:
    """Return the row with the answer as its second source where it has none, or as its point where it has no source."""
    kept = {name: harmless(cell) for name, cell in row.cells.items()}
    latitude, longitude = f"{answer.latitude:.4f}", f"{answer.longitude:.4f}"
    if not any(row.cells[name] for name in ("latitude", "longitude", "source")):
        filled = {"latitude": latitude, "longitude": longitude, "source": answer.source}
        return RowToPaste(kept | filled, ("The row had no point: the answer’s is filled in.",))
    if not row.point:
        return RowToPaste(kept, ("The row is as it was: mend its latitude, longitude and source first.",))
    says = agreement(row, answer)
    if any(row.cells[name] for name in ("second_source", "second_latitude", "second_longitude")):
        return RowToPaste(kept, (says, "The row has a second source already and is as it was."))
    if _OPENSTREETMAP.search(row.cells["source"]):
        return RowToPaste(kept, (says, "The row is as it was: its own source is OpenStreetMap, so this is no second."))
    filled = {
        "second_source": answer.source,
        "second_latitude": latitude,
        "second_longitude": longitude,
        "sources_apart_km": f"{geodesic_km(row.point, (float(latitude), float(longitude))):.2f}",
    }
    return RowToPaste(kept | filled, (says, "The answer is filled in as the second source."))


def new_row(name: str, answer: Answer, ids: Collection[str]) -> RowToPaste:
    """Return a row for a place that has none; `name` is what was asked for, and `ids` are those in use."""
    side = side_of(*answer.point)
    doubtful = side.near_line or side.disputed_area
    offered = {"name_en": answer.name_en, "name_ar": answer.name_ar}
    formulas = [column for column, text in offered.items() if reads_as_formula(text)]
    names = offered | dict.fromkeys(formulas, "")
    cells = dict.fromkeys(PLACES.column_names(), "") | {
        "id": _free_id((names["name_en"], name, f"osm {answer.osm_object}"), ids),
        **names,
        "kind": answer.kind,
        "countries": "" if doubtful else side.code,
        "latitude": f"{answer.latitude:.4f}",
        "longitude": f"{answer.longitude:.4f}",
        "radius_km": "" if answer.radius_km is None else str(answer.radius_km),
        "source": answer.source,
    }
    required = [column.name for column in PLACES.columns if column.required and not cells[column.name]]
    others = [column for column in _EDITORS_COLUMNS if not cells[column]]
    remarks = [
        f"The cell {column} is left empty: a spreadsheet would take the name for a formula." for column in formulas
    ]
    if required:
        remarks.append(f"Fill in before you save: {', '.join(required)}.")
    remarks.append(f"Fill in what you know: {', '.join(others)}.")
    if cells["countries"]:
        remarks.append("The country is the base map’s: check it near a border.")
    return RowToPaste(cells, tuple(remarks))


def _free_id(names: Sequence[str], ids: Collection[str]) -> str:
    """Return a key that is not in use, made of the first name that gives one."""
    stem = next(key for name in names if (key := _slug(name)))
    number = 1
    while (key := stem if number == 1 else f"{stem}-{number}") in ids:
        number += 1
    return key


def _slug(text: str) -> str:
    """Return text as small ASCII letters and digits with hyphens; empty where nothing of it is Latin."""
    plain = plain_letters(text)
    foreign = any(sign.isalnum() and not sign.isascii() for sign in plain)
    return "" if foreign else "-".join(re.findall("[a-z0-9]+", plain))


def _bare(text: str) -> str:
    """Return the letters and digits of a text, for comparing names."""
    return re.sub(r"\W+", "", fold(text))


def _number(cell: str) -> float | None:
    try:
        number = float(cell)
    except ValueError:
        return None
    return number if isfinite(number) else None
