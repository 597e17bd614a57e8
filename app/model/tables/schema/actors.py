"""The table `actors.csv`: one row is a person, state, body or group that takes part in events."""

from __future__ import annotations

from app.model.chronology.codes import ACTOR_KINDS
from app.model.tables.columns import Column, Table
from app.model.tables.common_columns import coded, in_each_language, key_of_row, notes, paragraphs

ACTORS = Table(
    "actors",
    "a person, state, body or group that takes part in events",
    (
        key_of_row("sdf"),
        *in_each_language(
            "name", "Name as the project spells it", "SDF", "قوات سوريا الديمقراطية (قسد)", required=True
        ),
        Column(
            "other_spellings", "texts", "Other spellings and names in either script, for the search",
            example="Syrian Democratic Forces;QSD;Qasad",
        ),
        coded("kind", "What sort of actor it is", ACTOR_KINDS, "armed-group"),
        *in_each_language(
            "role", "Role at the time of the events",
            "Kurdish-led force holding north-east Syria, its prisons and some crossings",
            "قوة يقودها الأكراد تسيطر على شمال شرق سوريا وسجونه وبعض معابره",
        ),
        paragraphs("Paragraphs of the essay that name the actor", "13;19;23;28;29"),
        *notes("It lost the prisons in early 2026, after the essay.", "خسرت السجون في مطلع عام 2026، بعد المقالة."),
    ),
)  # fmt: skip
