"""Text in PowerPoint's own words: which way each paragraph runs, and in which language each piece of it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model.text.direction import Direction, direction_in, direction_of, pieces

if TYPE_CHECKING:
    from pptx.text.text import TextFrame, _Paragraph

LANGUAGE_TAGS: dict[Direction, str] = {"rtl": "ar-JO", "ltr": "en-GB"}
"""What PowerPoint checks the spelling by, and a screen reader reads by."""
_ALIGNMENTS: dict[Direction, str] = {"rtl": "r", "ltr": "l"}


def write_text(frame: TextFrame, text: str, language: str) -> None:
    """Write text into a frame, a paragraph a line.

    A line that is all in the other direction than `language` runs in its own; what is set apart within a line is a
    run with its own language.
    """
    frame.clear()  # type: ignore[no-untyped-call] # python-pptx ships no types for it
    paragraph = frame.paragraphs[0]
    for index, line in enumerate(text.split("\n")):
        if index:
            paragraph = frame.add_paragraph()  # type: ignore[no-untyped-call] # the same
        _write_line(paragraph, line, direction_in(language))


def _write_line(paragraph: _Paragraph, line: str, own: Direction) -> None:
    parts = pieces(line)
    directions = {direction for part in parts if (direction := direction_of(part))}
    runs = directions.pop() if len(directions) == 1 else own
    if own == "rtl" or runs == "rtl":
        properties = paragraph._p.get_or_add_pPr()
        properties.set("rtl", "1" if runs == "rtl" else "0")
        properties.set("algn", _ALIGNMENTS[runs])
    for part in parts:
        run = paragraph.add_run()
        run.text = part
        run._r.get_or_add_rPr().set("lang", LANGUAGE_TAGS[direction_of(part) or runs])
