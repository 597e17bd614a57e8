"""Glyphs of a font file as paths of a PDF."""

from __future__ import annotations

from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont


class _PathPen(BasePen):  # type: ignore[misc] # fontTools ships no types
    """Writes what is drawn with it as PDF's operators; curves of TrueType come as cubic ones."""

    def __init__(self, glyphs: Any) -> None:  # noqa: ANN401, fontTools names no type
        super().__init__(glyphs)
        self.written: list[str] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802, fontTools calls it so
        self.written.append(f"{_points(pt)} m")

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self.written.append(f"{_points(pt)} l")

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self.written.append(f"{_points(*points)} c")

    def _closePath(self) -> None:  # noqa: N802
        self.written.append("h")


def path_of(font: TTFont, glyph: int) -> str | None:
    """Return the glyph with this number, filled, in units of the font; None where the font has none."""
    if glyph >= len(font.getGlyphOrder()):
        return None
    glyphs = font.getGlyphSet()
    pen = _PathPen(glyphs)
    glyphs[font.getGlyphName(glyph)].draw(pen)
    return " ".join([*pen.written, "f"]) if pen.written else ""


def _points(*points: tuple[float, float]) -> str:
    return " ".join(f"{number:.1f}".removesuffix(".0") for point in points for number in point)
