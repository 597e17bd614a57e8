"""Lines of text in a PDF: which pieces belong together, in which order they are read, and where each letter stands."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from app.slides.files.pdf_content import Matrix, Run

GAP = 1.2
"""Minimum gap, in font sizes, at which pieces on one height belong to different lines."""
SPACED = 0.08
"""With this much space between letters, in sizes of the font, extraction takes each letter for a word."""
BREAK = 2
"""Distance of a line's last blank below it, in font sizes."""
BLANK = 0.25
"""Width of a blank, sizes of the font."""
SLANT = 0.01
"""Sine of the angle from which text counts as slanted: extraction takes its letters for many lines."""


@dataclass(frozen=True)
class Piece:
    """Text that was laid out in one go: of one direction, of one or several fonts."""

    runs: tuple[Run, ...]
    """What it is written with."""

    @property
    def matrix(self) -> Matrix:
        """From the text's coordinates to the stream's own."""
        return self.runs[0].matrix

    @property
    def text(self) -> str:
        """What it says, its clusters from left to right."""
        return "".join(run.text for run in self.runs)

    @property
    def size(self) -> float:
        """Size of its font, units of the stream."""
        a, b = self.matrix[:2]
        return self.runs[0].size * math.hypot(a, b)

    @cached_property
    def direction(self) -> str:
        """R or L for the direction in which it is read; empty for blanks and signs, which have none."""
        kinds = {unicodedata.bidirectional(letter) for letter in self.text}
        if kinds & {"R", "AL"} or any(run.backwards for run in self.runs):
            return "R"
        return "L" if kinds & {"L", "EN", "AN"} else ""

    @cached_property
    def ends(self) -> tuple[float, float]:
        """Where it begins and ends, along its line, units of the text."""
        glyphs = [glyph for run in self.runs for cluster in run.clusters for glyph in cluster.glyphs]
        return min(glyph.x for glyph in glyphs), max(glyph.x + glyph.width for glyph in glyphs)

    def point(self, x: float) -> tuple[float, float]:
        """Return where a place along its line is, units of the stream."""
        a, b, _, _, e, f = self.matrix
        return a * x + e, b * x + f


@dataclass(frozen=True)
class Letter:
    """A character and its room."""

    character: str
    """The character."""
    width: float
    """How wide its room is, in sizes of the font."""
    size: float
    """Size of the font, units of the stream."""
    matrix: Matrix
    """Where it stands and how it is turned: from units along the line and across to the stream's coordinates."""


def pieces_of(runs: Sequence[Run]) -> list[Piece]:
    """Return runs as pieces: Chromium writes each font of a piece by itself, all from the same beginning."""
    pieces: list[list[Run]] = []
    for run in runs:
        if pieces and (run.line, run.user) == (pieces[-1][-1].line, pieces[-1][-1].user):
            pieces[-1].append(run)
        else:
            pieces.append([run])
    return [Piece(tuple(piece)) for piece in pieces]


def lines_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return pieces as lines: what is painted one after the other, beside each other, at one height."""
    lines: list[list[Piece]] = []
    for piece in pieces:
        if lines and _goes_on(lines[-1][-1], piece):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _goes_on(before: Piece, piece: Piece) -> bool:
    if any(abs(a - b) > SLANT * abs(piece.matrix[0]) for a, b in zip(before.matrix[:4], piece.matrix[:4], strict=True)):
        return False
    a, b = piece.matrix[:2]
    length = math.hypot(a, b)
    end, start = before.point(before.ends[1]), piece.point(piece.ends[0])
    x, y = start[0] - end[0], start[1] - end[1]
    along, across = (x * a + y * b) / length, (y * a - x * b) / length
    size = max(before.size, piece.size)
    return abs(across) < 0.1 * size and -0.2 * size < along < GAP * size


def needs_text_layer(line: Sequence[Piece]) -> bool:
    """Return True where text extraction gets the line's letters in the wrong order, separated, or as ligatures."""
    return any(
        piece.direction == "R" or _is_slanted(piece) or _is_spaced(piece) or _has_ligatures(piece) for piece in line
    )


def _has_ligatures(piece: Piece) -> bool:
    clusters = [(run.font, cluster) for run in piece.runs for cluster in run.clusters]
    return any(cluster.text != "".join(font.text(glyph.code) for glyph in cluster.glyphs) for font, cluster in clusters)


def _is_slanted(piece: Piece) -> bool:
    a, b = piece.matrix[:2]
    return min(abs(a), abs(b)) > SLANT * math.hypot(a, b)


def _is_spaced(piece: Piece) -> bool:
    glyphs = [glyph for run in piece.runs for cluster in run.clusters for glyph in cluster.glyphs]
    gaps = [then.x - glyph.x - glyph.width for glyph, then in pairwise(glyphs)]
    return bool(gaps) and sorted(gaps)[len(gaps) // 2] > SPACED * piece.runs[0].size


def letters_of(line: Sequence[Piece], *, right_to_left: bool) -> list[Letter]:
    """Return a line's characters in the order in which they are read, each with its room.

    `right_to_left` is the direction of the page: it decides on lines of both directions.
    """
    directions = {piece.direction for piece in line} - {""}
    backwards = directions == {"R"} or (right_to_left and directions != {"L"})
    letters = [letter for piece in _in_reading_order(line, backwards) for letter in _letters(piece, backwards)]
    letters = _levelled(letters) if _is_slanted(line[0]) else letters
    return [*letters, _blank(letters[-1], letters[-1].size * (-BLANK if backwards else letters[-1].width))]


def blank_after(piece: Piece) -> Letter:
    """Return a blank behind a piece that stays as it is, in the user's coordinates: its line ends there."""
    last = piece.runs[-1]
    return _letter(" ", last.line, piece.ends[1], BLANK * last.size, last.size)


def _blank(last: Letter, along: float) -> Letter:
    """Return a blank below a line's end: extraction in the stream's order sees by it that the line ends."""
    a, b, c, d, e, f = last.matrix
    down = -BREAK * last.size
    return Letter(" ", BLANK, last.size, (a, b, c, d, e + a * along + c * down, f + b * along + d * down))


def _in_reading_order(line: Sequence[Piece], backwards: bool) -> list[Piece]:
    """Turn around what the bidirectional algorithm has turned around (its rule L2, which undoes itself)."""
    levels = [_level(at, line, backwards) for at in range(len(line))]
    ordered = list(zip(levels, line, strict=True))
    for least in (2, 1):
        at = 0
        while at < len(ordered):
            end = at
            while end < len(ordered) and ordered[end][0] >= least:
                end += 1
            ordered[at:end] = ordered[at:end][::-1]
            at = end + 1
    return [piece for _, piece in ordered]


def _level(at: int, line: Sequence[Piece], backwards: bool) -> int:
    direction = line[at].direction
    if backwards:
        return 2 if direction == "L" else 1
    if direction:
        return 1 if direction == "R" else 0
    before = next((piece.direction for piece in reversed(line[:at]) if piece.direction), "L")
    after = next((piece.direction for piece in line[at + 1 :] if piece.direction), "L")
    return 1 if before == after == "R" else 0


def _letters(piece: Piece, backwards: bool) -> list[Letter]:
    """Return a piece's characters: each cluster's room reaches to the next one's, and its characters share it."""
    reversed_ = piece.direction == "R" or (not piece.direction and backwards)
    clusters = sorted(
        ((min(glyph.x for glyph in cluster.glyphs), run, cluster) for run in piece.runs for cluster in run.clusters),
        key=lambda each: each[0],
    )
    starts = [start for start, _, _ in clusters] + [piece.ends[1]]
    letters: list[Letter] = []
    for at in range(len(clusters))[:: -1 if reversed_ else 1]:
        start, run, cluster = clusters[at]
        width = max(starts[at + 1] - start, 0.01 * run.size) / max(len(cluster.text), 1)
        for index, character in enumerate(cluster.text):
            place = len(cluster.text) - 1 - index if reversed_ else index
            letters.append(_letter(character, piece.matrix, start + place * width, width, run.size))
    return letters


def _letter(character: str, matrix: Matrix, x: float, width: float, size: float) -> Letter:
    a, b, c, d, e, f = matrix
    along, across = math.hypot(a, b), math.hypot(c, d)
    turned = (a / along, b / along, c / across, d / across, a * x + e, b * x + f)
    return Letter(character, width * along / (size * across), size * across, turned)


def _levelled(letters: Sequence[Letter]) -> list[Letter]:
    """Return a slanted line's letters on a level line through its middle, as long and as high."""
    if not letters:
        return []
    a, b, c, d = letters[0].matrix[:4]
    upwards = math.copysign(1, a * d - b * c)
    along = [letter.matrix[4] * a + letter.matrix[5] * b for letter in letters]
    ends = [at + letter.width * letter.size for at, letter in zip(along, letters, strict=True)]
    middle = (min(along) + max(ends)) / 2
    across = -letters[0].matrix[4] * b + letters[0].matrix[5] * a
    x, y = middle * a - across * b, middle * b + across * a - 0.3 * upwards * letters[0].size * abs(b)
    return [
        replace(letter, matrix=(1, 0, 0, upwards, x + at - middle, y))
        for at, letter in zip(along, letters, strict=True)
    ]
