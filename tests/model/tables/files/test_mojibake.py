"""Text that went through a wrong encoding is told from text that is as it should be, whatever its language."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import run

import pytest

from app.model.paths import PROJECT_FOLDER
from app.model.tables.files.csv_reader import read_table
from app.model.tables.files.mojibake import may_be_mojibake, mojibake_cells, repaired
from app.model.tables.loader import load_atlas
from app.model.tables.schema import ACTORS, TABLES
from tests.check.planting import SOUND
from tests.model import spoiling
from tests.model.real import DATA

TEXTS = ("دمشق وسوريا", "سوريا، والعراق؛ «بعد» 2024", "Syria’s", "Café à Paris – « été »", "Damas, l’été")


@pytest.mark.parametrize("encoding", ["latin-1", "cp1256", "cp850", "cp437", "mac_roman"])
@pytest.mark.parametrize("text", TEXTS)
def test_utf_8_read_in_another_encoding_is_undone(text: str, encoding: str) -> None:
    assert repaired(text.encode("utf-8").decode(encoding)) == text


@pytest.mark.parametrize(
    ("spoilt", "was"),
    [
        ("Ø¯Ù…Ø´Ù‚", "دمشق"),
        ("Syriaâ€™s", "Syria’s"),
        ("ScheiÃŸe", "Scheiße"),
        ("SyriaÃ¢â‚¬â„¢s", "Syria’s"),
        ("ط¯ظ…ط´ظ‚", "دمشق"),
        ("ÓæÑíÇ æÇáÚÑÇÞ", "سوريا والعراق"),
        ("it\x92s", "it’s"),
        ("DiyarbakÄ±r", "Diyarbakır"),
    ],
)
def test_what_people_meet_is_undone(spoilt: str, was: str) -> None:
    assert repaired(spoilt) == was


@pytest.mark.parametrize(
    "text",
    [
        "دمشق",
        "كلمة”، وأخرى… – «ثالثة»؛ ط، ظ.",
        "ك© ط®",
        "Café – l’été à Paris, « où » ça ; voilà…",
        "SÃO PAULO, São Tomé, Ñuñoa, Île-de-France, ÉTÉ, ÆØÅ",
        "Größe 12½ “x”, 25 °C ± 2 µm, © 2024 ®",
        "Łódź, Győr, Şanlıurfa, Ağrı, Đà Nẵng, Ærøskøbing",
        "Москва и РОССИЯ, «Шёлк»",
        "Αθήνα και Δαμασκός",
        "The heading said 'Ø¯Ù…Ø´Ù‚' for a year",
        "It read “â€™” for an apostrophe",
        "Ø¯Ù…Ø´Ù‚ is what became of دمشق",
    ],
)
def test_text_that_is_as_it_should_be_is_left_alone(text: str) -> None:
    assert mojibake_cells([(2, "notes_en", text)]) == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_real_tables_are_not_even_suspect(table: object) -> None:
    assert not may_be_mojibake((DATA / f"{table.name}.csv").read_text(encoding="utf-8"))  # type: ignore[attr-defined]


def test_clean_tables_load_without_the_libraries_for_spoilt_ones() -> None:
    code = (
        "import sys; from pathlib import Path; "
        "from app.model.tables.loader import load_atlas; load_atlas(Path('data'));"
        "print([name for name in ('ftfy', 'hijridate', 'jdatetime') if name in sys.modules])"
    )
    done = run([sys.executable, "-c", code], cwd=PROJECT_FOLDER, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_rows_of_spoilt_text_are_shown_as_they_are(tmp_path: Path) -> None:
    for table in TABLES:
        (tmp_path / table.file).write_bytes((SOUND / table.file).read_bytes())
    spoilt = "Ù\x81ØªØ\xad"
    spoiling.a_cell_says(tmp_path / "actors.csv", 2, "name_ar", spoilt)
    atlas = load_atlas(tmp_path)
    assert [(problem.line, problem.column) for problem in atlas.problems] == [(2, "name_ar")]
    assert atlas.actors["lamp-guild"].name.ar == spoilt
    frame, _ = read_table(tmp_path, ACTORS)
    assert frame.loc[2, "name_ar"] == spoilt
