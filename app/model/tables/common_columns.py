"""The columns that several tables have, each with the example that its table needs."""

from __future__ import annotations

from collections.abc import Mapping

from babel import Locale

from app.model.tables.columns import Column
from app.model.text.language import LANGUAGES


def key_of_row(example: str) -> Column:
    """Return the column `id`."""
    return Column("id", "key", "Key of the row; never changes", required=True, example=example)


def in_each_language(name: str, doc: str, *examples: str, required: bool = False) -> tuple[Column, ...]:
    """Return the columns of a text, with examples in the order of LANGUAGES; only the first one can be required."""
    return tuple(
        Column(
            f"{name}_{code}",
            "text",
            f"{doc}, in {Locale(code).english_name}",
            required=required and not number,
            example=examples[number] if number < len(examples) else "",
        )
        for number, code in enumerate(LANGUAGES)
    )


def notes(*examples: str) -> tuple[Column, ...]:
    """Return the columns of the remarks, with examples in the order of LANGUAGES."""
    return in_each_language("notes", "Remarks for a doubting reader", *examples)


def paragraphs(doc: str, example: str) -> Column:
    """Return the column of the essay's paragraphs."""
    return Column("paragraphs", "paragraphs", doc, example=example)


def coded(name: str, doc: str, codes: Mapping[str, str], example: str, *, required: bool = True) -> Column:
    """Return a choice among the keys of `codes`, which says what each of them stands for."""
    choices, meanings = tuple(codes), tuple(codes.values())
    return Column(name, "choice", doc, required, choices, meanings, example=example)


def point(doc: str, latitude: str, longitude: str, *, prefix: str = "", required: bool = False) -> tuple[Column, ...]:
    """Return the columns of latitude and longitude in degrees, WGS84, with an example of each."""
    sides = (("latitude", "north of the equator", 90, latitude), ("longitude", "east of Greenwich", 180, longitude))
    return tuple(
        Column(
            f"{prefix}{name}",
            "number",
            f"{doc}: {side}, WGS84",
            required=required,
            minimum=-most,
            maximum=most,
            unit="degrees",
            example=example,
        )
        for name, side, most, example in sides
    )
