"""Numbers: what is one within its bounds, and how to write what was meant by what is none."""

from __future__ import annotations

import pytest

from app.model.tables.cells.number_checks import number_fault
from app.model.tables.columns import Column

LATITUDE = Column("latitude", "number", "Degrees north", minimum=-90, maximum=90)
RADIUS = Column("radius_km", "number", "Reach, km", minimum=0, maximum=6000)
ORDER = Column("order", "integer", "Place", minimum=1)


@pytest.mark.parametrize(
    ("column", "cell"),
    [(LATITUDE, "33.3406"), (LATITUDE, "-90"), (LATITUDE, "90"), (RADIUS, "0"), (RADIUS, "6000"), (ORDER, "1")],
)
def test_a_number_within_its_bounds_is_no_fault(column: Column, cell: str) -> None:
    assert number_fault(column, cell) == ""


@pytest.mark.parametrize(
    ("column", "cell", "mend"),
    [
        (LATITUDE, "33,3406", "write 33.3406"),
        (LATITUDE, "33.3406°", "write decimal degrees with a point: 33.3406"),
        (LATITUDE, "33.3406° N", "write decimal degrees with a point: 33.3406"),
        (LATITUDE, "N 33,5", "write decimal degrees with a point: 33.5000"),
        (LATITUDE, "33.5s", "write decimal degrees with a point: -33.5000"),
        (LATITUDE, "36°28′39″N", "write decimal degrees with a point: 36.4775"),
        (LATITUDE, "36° 28' 39\" N", "write decimal degrees with a point: 36.4775"),
        (LATITUDE, "33°27′", "write decimal degrees with a point: 33.4500"),
        (LATITUDE, "33°75′", "write decimal degrees with a point, such as 33.3406"),
        (LATITUDE, "north", "write decimal degrees with a point, such as 33.3406"),
        (LATITUDE, "33.34, 44.40", "latitude and longitude have a column each"),
        (LATITUDE, "nan", "write decimal degrees with a point, such as 33.3406"),
        (LATITUDE, "91", "are latitude and longitude swapped?"),
        (RADIUS, "1,5", "write 1.5"),
        (RADIUS, "1,200", "write 1200 without a comma, or 1.200 with a point"),
        (RADIUS, "5 km", "write it in figures, without the unit"),
        (RADIUS, "inf", "write it in figures, without the unit"),
        (RADIUS, "1_0", "write it in figures, without the unit"),
        (RADIUS, "-1", "write a number from 0 to 6000"),
        (RADIUS, "6001", "write a number from 0 to 6000"),
        (ORDER, "0", "write 1 or more"),
        (ORDER, "2.0", "write it in figures, without a point"),
        (ORDER, "9" * 400, "write it in figures, without a point"),
        (ORDER, "9" * 5000, "write it in figures, without a point"),
        (RADIUS, "9" * 300, "write a number from 0 to 6000"),
    ],
)
def test_what_is_no_such_number_is_named_with_the_mend(column: Column, cell: str, mend: str) -> None:
    fault = number_fault(column, cell)
    assert fault.endswith(f"; {mend}")
    assert cell[:20] in fault
    assert len(fault) < 200
