"""Fonts of a PDF: what a glyph stands for, how wide it is, and its outline."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pypdf.generic import ArrayObject, DecodedStreamObject, FloatObject, NameObject, NumberObject, StreamObject

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_BF_CHARS = re.compile(r"beginbfchar(.*?)endbfchar", re.DOTALL)
_BF_RANGES = re.compile(r"beginbfrange(.*?)endbfrange", re.DOTALL)
_HEX = re.compile(r"<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f]*>|\[[^\]]*\])")

FAR = 8
"""Maximum reach of a glyph, in font sizes."""


class PdfFont:
    """A font of a PDF, read as far as text needs it."""

    def __init__(self, font: Any) -> None:  # noqa: ANN401, pypdf does not know of what type a dictionary's parts are
        self._font = font
        self._composite = font.get("/Subtype") == "/Type0"

    def codes(self, shown: bytes) -> Iterator[int]:
        """Yield the codes of a string."""
        if not self._composite:
            yield from shown
            return
        for at in range(0, len(shown) - 1, 2):
            yield int.from_bytes(shown[at : at + 2], "big")

    def text(self, code: int) -> str:
        """Return what a code stands for; nothing where the font does not say."""
        return self._texts.get(code, "")

    def width(self, code: int) -> float:
        """Return how far a code's glyph moves the pen, in sizes of the font."""
        return self._widths.get(code, self._default_width)

    def outline(self, code: int) -> StreamObject | None:
        """Return the glyph as a form, one size of the font high, that fills its outline; None where it has none."""
        if self._font.get("/Subtype") == "/Type3":
            return self._procedure(code)
        program = self._program
        if program is None:
            return None
        from app.slides.files.pdf_outline import path_of  # noqa: PLC0415, imports fontTools

        path, unit = path_of(program, code), 1 / program["head"].unitsPerEm
        return None if path is None else _form(path, (unit, 0, 0, unit, 0, 0))

    def _procedure(self, code: int) -> StreamObject | None:
        """Return the glyph of a font whose glyphs are content streams themselves, as Chromium writes variable fonts."""
        stream = self._font["/CharProcs"].get(self._differences.get(code, ""))
        if stream is None:
            return None
        content = stream.get_object().get_data().decode("latin-1")
        drawn = re.sub(r"^.*?\bd[01]\b", "", content, count=1, flags=re.DOTALL).strip()
        if re.search(r"\b(Do|gs|BT|rg|RG)\b", drawn):
            return None  # a picture or a coloured glyph
        return _form(drawn, tuple(float(part) for part in self._font["/FontMatrix"]))

    @cached_property
    def _differences(self) -> dict[int, str]:
        names: dict[int, str] = {}
        code = 0
        for part in _part(self._font["/Encoding"], "/Differences"):
            if isinstance(part, str):
                names[code] = part
                code += 1
            else:
                code = int(part)
        return names

    @cached_property
    def _descendant(self) -> Any:  # noqa: ANN401, as above
        return self._font["/DescendantFonts"][0].get_object()

    @cached_property
    def _program(self) -> TTFont | None:
        """The font's own file; None where codes are not the numbers of its glyphs, or it is of another kind."""
        if not self._composite or self._descendant.get("/CIDToGIDMap", "/Identity") != "/Identity":
            return None
        descriptor = self._descendant["/FontDescriptor"]
        file = descriptor.get("/FontFile2") or descriptor.get("/FontFile3")
        if file is None or (file := file.get_object()).get("/Subtype", "/OpenType") != "/OpenType":
            return None
        from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415, heavy

        try:
            return TTFont(io.BytesIO(file.get_data()), lazy=True)
        except TTLibError:
            return None

    @cached_property
    def _texts(self) -> dict[int, str]:
        if "/ToUnicode" not in self._font:
            return {}
        said = self._font["/ToUnicode"].get_data().decode("latin-1")
        texts: dict[int, str] = {}
        for block in _BF_CHARS.findall(said):
            digits = _HEX.findall(block)
            for code, text in zip(digits[::2], digits[1::2], strict=False):
                texts[int(code, 16)] = _utf16(text)
        for block in _BF_RANGES.findall(said):
            for first, last, target in _RANGE.findall(block):
                codes = range(int(first, 16), int(last, 16) + 1)
                if target.startswith("["):
                    texts |= dict(zip(codes, map(_utf16, _HEX.findall(target)), strict=False))
                else:
                    start = _utf16(target[1:-1])
                    texts |= {code: start[:-1] + chr(ord(start[-1]) + code - codes[0]) for code in codes if start}
        return texts

    @cached_property
    def _widths(self) -> dict[int, float]:
        if not self._composite:
            unit = float(self._font["/FontMatrix"][0]) if "/FontMatrix" in self._font else 0.001
            first = int(self._font.get("/FirstChar", 0))
            return {first + at: float(width) * unit for at, width in enumerate(_part(self._font, "/Widths"))}
        widths: dict[int, float] = {}
        parts: list[Any] = list(_part(self._descendant, "/W"))
        while len(parts) > 1:
            first, then = int(parts.pop(0)), parts.pop(0).get_object()
            if isinstance(then, ArrayObject):
                widths |= {first + at: float(width) / 1000 for at, width in enumerate(then)}
            elif parts:
                width = float(parts.pop(0)) / 1000
                widths |= dict.fromkeys(range(first, int(then) + 1), width)
        return widths

    @cached_property
    def _default_width(self) -> float:
        return float(self._descendant.get("/DW", 1000)) / 1000 if self._composite else 0.0


def _part(of: Any, name: str) -> Any:  # noqa: ANN401, as above
    """Return an array of a dictionary, which may stand elsewhere in the file; an empty one where there is none."""
    return of.get(name, ArrayObject()).get_object()


def _form(drawn: str, matrix: tuple[float, ...]) -> StreamObject:
    stream = DecodedStreamObject()
    stream.set_data(drawn.encode("latin-1"))
    form = stream.flate_encode()
    far = round(FAR / matrix[0])
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject([NumberObject(end) for end in (-far, -far, far, far)]),
            NameObject("/Matrix"): ArrayObject([FloatObject(part) for part in matrix]),
        }
    )
    return form


def _utf16(digits: str) -> str:
    return bytes.fromhex(re.sub(r"\s", "", digits)).decode("utf-16-be", errors="replace")
