"""The table `sources.csv`: one row is a document in `seeds/`."""

from __future__ import annotations

from app.model.tables.columns import Column, Table
from app.model.tables.common_columns import in_each_language, key_of_row, notes

SOURCES = Table(
    "sources",
    "a document in `seeds/`",
    (
        key_of_row("iraq-syria-relations-in-the-post-assad-era"),
        Column("file", "text", "File name in seeds/", required=True, example="000_3a4f3107fe4dcffa.txt"),
        Column(
            "title", "text", "Title as published", required=True, example="Iraq-Syria Relations in the Post-Assad Era"
        ),
        Column("author", "text", "Author; empty where the text names none"),
        Column("publisher", "text", "Publisher", required=True, example="Politics and Society Institute (PSI)"),
        Column(
            "issue", "text", "Where it appeared", required=True,
            example="Jordanian Politics and Society magazine (JPS), third issue",
        ),
        *in_each_language(
            "rights", "Who holds the rights, and why it is here",
            "Copyright remains with the publisher and the author.", "حقوق النشر محفوظة للناشر والمؤلف.", required=True,
        ),
        Column(
            "sha256", "text", "SHA-256 of the file, which shows that it is unchanged", required=True,
            example="53779e18d1a22943480382f26e46920622e901f7d0ac84ed7d4a7f49687b062c",
        ),
        *notes(
            "The text names no author and gives no date of publication.", "لا يذكر النص اسم المؤلف ولا تاريخ النشر."
        ),
    ),
)  # fmt: skip
