"""The text of a PDF's content stream as Chromium writes it: which glyphs stand where, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.slides.files.pdf_fonts import PdfFont

Matrix = tuple[float, float, float, float, float, float]
"""A transformation as PDF writes it: a point (x, y) comes to (ax + cy + e, bx + dy + f)."""
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_TOKEN = re.compile(
    rb"%[^\r\n]*|\((?:\\.|[^\\()])*\)|<<|>>|<[^<>]*>|[\[\]]|/[^\s\[\]()<>/%]*|[^\s\[\]()<>/%]+", re.DOTALL
)
_OPERATOR = re.compile(rb"[A-Za-z'\"][A-Za-z0-9*]*")


@dataclass(frozen=True)
class Instruction:
    """One operator with its operands."""

    operator: bytes
    """Name of the operator, such as Tj."""
    operands: tuple[bytes, ...]
    """What stands before it; arrays and dictionaries as their parts and brackets."""
    start: int
    """Where its first operand begins in the stream, bytes."""
    end: int
    """Where it ends in the stream, bytes."""


@dataclass(frozen=True)
class Glyph:
    """One glyph, where the text's own coordinates have it."""

    code: int
    """Its code in the font."""
    x: float
    """Its origin, units of the text."""
    y: float
    """The same, upwards."""
    width: float
    """How far the pen moves on, units of the text."""


@dataclass(frozen=True)
class Cluster:
    """Glyphs that stand for characters together: a letter with its mark, or two letters in one glyph."""

    text: str
    """The characters, in the order in which they are read."""
    glyphs: tuple[Glyph, ...]
    """How they are drawn."""


@dataclass(frozen=True)
class Run:
    """What stands between BT and ET: glyphs of one font."""

    font: PdfFont
    """The font."""
    size: float
    """Its size, units of the text."""
    line: Matrix
    """Where the text begins: from the text's coordinates to the user's."""
    user: Matrix
    """From the user's coordinates to the stream's own."""
    clusters: tuple[Cluster, ...]
    """What it says, from left to right."""
    backwards: bool
    """True where the glyphs run from right to left."""
    transparent: bool
    """True where nothing of it is seen: Chromium writes it beside what it has drawn as an outline or as a shadow."""
    start: int
    """Where BT begins in the stream, bytes."""
    end: int
    """Where ET ends in the stream, bytes."""

    @property
    def matrix(self) -> Matrix:
        """From the text's coordinates to the stream's own."""
        return times(self.line, self.user)

    @property
    def text(self) -> str:
        """What it says, its clusters from left to right."""
        return "".join(cluster.text for cluster in self.clusters)

    @property
    def origin(self) -> tuple[float, float]:
        """Where its first glyph stands, units of the stream."""
        glyph = self.clusters[0].glyphs[0]
        return times((1, 0, 0, 1, glyph.x, glyph.y), self.matrix)[4:]


def times(first: Matrix, then: Matrix) -> Matrix:
    """Return the transformation that does one after the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def instructions(stream: bytes) -> Iterator[Instruction]:
    """Yield the instructions of a content stream; inline images, which Chromium does not write, are not understood."""
    operands: list[bytes] = []
    start = -1
    for found in _TOKEN.finditer(stream):
        token = found[0]
        if token.startswith(b"%"):
            continue
        if start < 0:
            start = found.start()
        if _OPERATOR.fullmatch(token) and token not in (b"true", b"false", b"null"):
            yield Instruction(token, tuple(operands), start, found.end())
            operands, start = [], -1
        else:
            operands.append(token)


def text_runs(stream: bytes, fonts: Mapping[str, PdfFont], opacities: Mapping[str, float]) -> list[Run]:
    """Return all text of a stream in the order of painting; `opacities` has the fill's opacity by graphics state."""
    runs: list[Run] = []
    user, opacity = IDENTITY, 1.0
    saved: list[tuple[Matrix, float]] = []
    reading: _RunReader | None = None
    for each in instructions(stream):
        if reading is not None:
            if each.operator == b"ET":
                runs += reading.read(each.end)
                reading = None
            else:
                reading.take(each)
        elif each.operator == b"BT":
            reading = _RunReader(fonts, user, opacity == 0, each.start)
        elif each.operator == b"q":
            saved.append((user, opacity))
        elif each.operator == b"Q":
            user, opacity = saved.pop() if saved else (IDENTITY, 1.0)
        elif each.operator == b"cm":
            user = times(_matrix(each.operands), user)
        elif each.operator == b"gs":
            opacity = opacities.get(each.operands[0].decode("latin-1"), opacity)
    return runs


class _RunReader:
    """Reads what stands between BT and ET."""

    def __init__(self, fonts: Mapping[str, PdfFont], user: Matrix, transparent: bool, start: int) -> None:
        self._fonts, self._user, self._transparent, self._start = fonts, user, transparent, start
        self._font: PdfFont | None = None
        self._size = 0.0
        self._line = IDENTITY
        self._pen = self._line_start = (0.0, 0.0)
        self._clusters: list[Cluster] = []
        self._marked: list[bytes] = []
        self._backwards = False

    def take(self, each: Instruction) -> None:
        """Go on by one instruction."""
        operands = each.operands
        if each.operator == b"Tf":
            self._font, self._size = self._fonts.get(operands[0].decode("latin-1")), float(operands[1])
        elif each.operator == b"Tm":
            self._line, self._pen = _matrix(operands), (0.0, 0.0)
            self._line_start = self._pen
        elif each.operator == b"Td":
            self._line_start = (self._line_start[0] + float(operands[0]), self._line_start[1] + float(operands[1]))
            self._pen = self._line_start
        elif each.operator in (b"Tj", b"TJ"):
            self._show(operands)
        elif each.operator == b"BMC":
            self._backwards |= operands[0] == b"/ReversedChars"
            self._marked.append(b"")
        elif each.operator == b"BDC":
            said = operands[operands.index(b"/ActualText") + 1] if b"/ActualText" in operands else b""
            self._marked.append(said)
            if said:
                self._clusters.append(Cluster(_unicode(said), ()))
        elif each.operator == b"EMC" and self._marked:
            self._marked.pop()

    def read(self, end: int) -> list[Run]:
        """Return what was read; nothing where the font is unknown or no glyph was shown."""
        clusters = tuple(cluster for cluster in self._clusters if cluster.glyphs)
        if self._font is None or not clusters:
            return []
        where = (self._start, end)
        return [
            Run(self._font, self._size, self._line, self._user, clusters, self._backwards, self._transparent, *where)
        ]

    def _show(self, shown: tuple[bytes, ...]) -> None:
        for part in shown:
            if part in (b"[", b"]") or self._font is None:
                continue
            if part.startswith((b"<", b"(")):
                for code in self._font.codes(_bytes(part)):
                    self._add(code)
            else:  # thousandths of the size, by which the pen moves back
                self._pen = (self._pen[0] - float(part) / 1000 * self._size, self._pen[1])

    def _add(self, code: int) -> None:
        assert self._font is not None  # noqa: S101, `_show` looks
        width = self._font.width(code) * self._size
        glyph = Glyph(code, *self._pen, width)
        self._pen = (self._pen[0] + width, self._pen[1])
        if any(self._marked):
            last = self._clusters[-1]
            self._clusters[-1] = Cluster(last.text, (*last.glyphs, glyph))
        else:
            self._clusters.append(Cluster(self._font.text(code), (glyph,)))


def _matrix(operands: tuple[bytes, ...]) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands[-6:])
    return a, b, c, d, e, f


def _bytes(string: bytes) -> bytes:
    """Return what a string of a content stream holds; Chromium writes all of them in hexadecimal digits."""
    if string.startswith(b"<"):
        digits = re.sub(rb"\s", b"", string[1:-1])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return re.sub(rb"\\(.)", rb"\1", string[1:-1], flags=re.DOTALL)


def _unicode(string: bytes) -> str:
    said = _bytes(string)
    return said[2:].decode("utf-16-be", errors="replace") if said.startswith(b"\xfe\xff") else said.decode("latin-1")
