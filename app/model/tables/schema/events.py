"""The table `events.csv`: one row is something that happened, held or was said."""

from __future__ import annotations

from app.model.chronology.codes import AGREEMENTS, EVENT_KINDS, LAYERS
from app.model.tables.columns import Column, Table
from app.model.tables.common_columns import coded, in_each_language, key_of_row, notes, paragraphs

EVENTS = Table(
    "events",
    "something that happened, held or was said",
    (
        key_of_row("militants-enter-iraq-via-syria"),
        *in_each_language(
            "title", "What happened, short enough for a label",
            "Militants enter Iraq through Syria", "مسلحون يدخلون العراق عبر سوريا", required=True,
        ),
        *in_each_language(
            "summary", "What the essay states (in the other layers, what reports state), in our own words",
            "After 2003, the essay says, Syria worked closely with Iran to let dozens of armed men into Iraq.",
            "تقول المقالة إن سوريا سهّلت بعد عام 2003، بتنسيق وثيق مع إيران، دخول عشرات المسلحين إلى العراق.",
            required=True,
        ),
        coded("kind", "Whether it happened, lasts or is only said", EVENT_KINDS, "period"),
        coded("layer", "Whether the essay states it or reports alone do", LAYERS, "essay"),
        Column("essay_date", "edtf", "When, as the essay has it; empty where it gives no date", example="2003/.."),
        Column(
            "reported_date", "edtf", "When, as press reports have it; empty where they give no date",
            example="2003/2009",
        ),
        Column(
            "places", "keys", "Where; the marker stands at the first", references=("places",),
            example="iraq-syria-border",
        ),
        Column(
            "from_place", "key", "Where a traveller or a movement came from; empty where nobody travelled",
            references=("places",), example="syria",
        ),
        Column("actors", "keys", "Who took part", references=("actors",), example="syria;iran;bashar-al-assad"),
        Column(
            "themes", "keys", "What it is about; the first theme gives lane and colour", required=True,
            references=("themes",), example="background;border",
        ),
        paragraphs("Paragraphs of the essay that state it", "2"),
        coded(
            "agreement", "What reports do to the essay’s statement; empty outside the layer essay", AGREEMENTS,
            "refines", required=False,
        ),
        *in_each_language(
            "difference", "How reports and essay differ",
            "The essay says dozens; reports say hundreds to thousands by 2004.",
            "تتحدث المقالة عن عشرات، والتقارير عن مئات إلى آلاف حتى عام 2004.",
        ),
        Column(
            "reports_supplied", "keys",
            "Places and actors of the row that reports name and the cited paragraphs do not",
            references=("places", "actors"), example="iraq-syria-border;bashar-al-assad",
        ),
        *notes("The captured files are those found at Sinjar.", "الوثائق المضبوطة هي التي عُثر عليها في سنجار."),
    ),
    (
        "An event of the layer `essay` names a paragraph or has a report.",
        "An event of the layers `context` and `after` leaves `essay_date`, `paragraphs` and `agreement` empty and has "
        "at least one report.",
        "An event of the layer `essay` says in `agreement` what reports do; any but `not_found` needs a report.",
        "An event of the layer `essay` whose agreement is `refines` or `conflicts` says how in `difference_en`.",
        "`from_place` is not the first of `places`.",
        "`reports_supplied` names only what stands in `places`, `from_place` or `actors` of the row.",
    ),
)  # fmt: skip
