"""The essay's text: numbered body paragraphs under their section headings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.model.paths import PROJECT_FOLDER

LAST_PARAGRAPH = 32
"""Number of the essay's last paragraph."""
ESSAY_FILE = PROJECT_FOLDER / "seeds" / "000_3a4f3107fe4dcffa.txt"
OPENING_SECTION = "Introduction"
"""Our name for the paragraphs before the essay's first heading."""
_MAX_HEADING_WORDS = 12
_FRONT_MATTER = 3
"""Title, the line on where it was published, and the note take this many blocks before the body."""
_CLOSING_LINE = "Back to top button"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the essay's body."""

    number: int
    """From 1, counted over the whole body."""
    section: str
    """Heading that it stands under."""
    text: str
    """As the source has it."""


def read_essay(path: Path = ESSAY_FILE) -> tuple[Paragraph, ...]:
    """Return the essay's body paragraphs in order; title, note, headings and the closing line do not count.

    A block of at most twelve words without a full stop at its end is a heading.
    """
    blocks = [block.strip() for block in path.read_text(encoding="utf-8").split("\n\n") if block.strip()]
    paragraphs: list[Paragraph] = []
    section = OPENING_SECTION
    for block in blocks[_FRONT_MATTER:]:
        if block == _CLOSING_LINE:
            continue
        if len(block.split()) <= _MAX_HEADING_WORDS and not block.endswith("."):
            section = block
        else:
            paragraphs.append(Paragraph(len(paragraphs) + 1, section, block))
    return tuple(paragraphs)
