"""The columns that several tables have, each with the example that its table needs."""

from __future__ import annotations

from collections.abc import Mapping

from app.model.columns import Column


def key_of_row(example: str) -> Column:
    """Return the column `id`."""
    return Column("id", "key", "Key of the row; never changes", required=True, example=example)


def in_both_languages(
    name: str, doc: str, english: str = "", arabic: str = "", *, required: bool = False
) -> tuple[Column, Column]:
    """Return the columns of a text, with an example in each language; only the English one can be required."""
    return (
        Column(f"{name}_en", "text", f"{doc}, in English", required=required, example=english),
        Column(f"{name}_ar", "text", f"{doc}, in Arabic", example=arabic),
    )


def notes(english: str = "", arabic: str = "") -> tuple[Column, Column]:
    """Return the columns of the remarks."""
    return in_both_languages("notes", "Remarks for a doubting reader", english, arabic)


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
