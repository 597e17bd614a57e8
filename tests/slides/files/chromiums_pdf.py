"""A small PDF as Chromium writes it: glyphs from left to right, with what they say where it differs."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
)

LETTERS = "ABCDEFGabcdefghi 0123456789()\ufb01\u0627\u0628\u0644\u0645\ufefb\ufe8e"
"""What the font's glyphs stand for, each half a size of the font wide."""
SIZE, WIDTH = 20, 10
SEEN, SHADOW = "/G3 gs", "/G28 gs"


def glyph(letter: str) -> int:
    return LETTERS.index(letter) + 1


def shown(
    letters: str | Sequence[tuple[str, str]],
    *,
    at: tuple[float, float] = (0, 34),
    start: float = 0,
    step: float = WIDTH,
    backwards: bool = False,
    font: str = "F4",
) -> str:
    """Return text as Chromium shows it: letters from left to right, or pairs of a glyph's letter and what it says."""
    lines = ["BT", *(["/ReversedChars BMC"] if backwards else []), f"/{font} {SIZE} Tf", f"1 0 0 -1 {at[0]} {at[1]} Tm"]
    for index, letter in enumerate(letters):
        code, said = letter if isinstance(letter, tuple) else (letter, "")
        move = f"{start if index == 0 else step} 0 Td " if index or start else ""
        digits = (f"{glyph(code):04X}" if font != "F9" else f"{glyph(code):02X}") if code else ""
        drawn = f"{move}<{digits}> Tj"
        actual = "FEFF" + said.encode("utf-16-be").hex().upper()
        lines += [f"/Span<</ActualText <{actual}> >> BDC", drawn, "EMC"] if said else [drawn]
    return "\n".join([*lines, *(["EMC"] if backwards else []), "ET"])


def pdf(content: str, *, form: str = "", with_file: bool = True) -> bytes:
    """Return one page of 400 by 300 points; `form` is the content of /X1; without its file a font has no outlines."""
    writer = PdfWriter()
    page = writer.add_blank_page(400, 300)
    states = {"/G3": 1, "/G28": 0}
    fonts = {
        "/F4": _font(writer, with_file=with_file),
        "/F8": _font(writer, with_file=False),
        "/F9": _type3(writer),
    }
    resources: dict[str, Any] = {
        "/Font": _dictionary({name: writer._add_object(font) for name, font in fonts.items()}),
        "/ExtGState": _dictionary({name: _dictionary({"/ca": NumberObject(alpha)}) for name, alpha in states.items()}),
    }
    if form:
        stream = _stream(form)
        bounds = ArrayObject([NumberObject(end) for end in (0, 0, 400, 300)])
        stream.update(
            _dictionary(
                {
                    "/Subtype": NameObject("/Form"),
                    "/BBox": bounds,
                    "/Resources": _dictionary({"/Font": resources["/Font"]}),
                }
            )
        )
        resources["/XObject"] = _dictionary({"/X1": writer._add_object(stream)})
    page[NameObject("/Resources")] = _dictionary(resources)
    page[NameObject("/Contents")] = writer._add_object(_stream(f"1 0 0 -1 0 300 cm\nq\n{SEEN}\n{content}\nQ\n"))
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _font(writer: PdfWriter, *, with_file: bool) -> DictionaryObject:
    descriptor = _dictionary({"/Type": NameObject("/FontDescriptor"), "/FontName": NameObject("/AAAAAA+Test")})
    if with_file:
        descriptor[NameObject("/FontFile2")] = writer._add_object(_stream(_font_file()))
    descendant = {
        "/Subtype": NameObject("/CIDFontType2"),
        "/BaseFont": NameObject("/AAAAAA+Test"),
        "/CIDToGIDMap": NameObject("/Identity"),
        "/FontDescriptor": descriptor,
        "/DW": NumberObject(500),
    }
    said = "\n".join(f"<{glyph(letter):04X}> <{ord(letter):04X}>" for letter in LETTERS)
    return _dictionary(
        {
            "/Type": NameObject("/Font"),
            "/Subtype": NameObject("/Type0"),
            "/BaseFont": NameObject("/AAAAAA+Test"),
            "/Encoding": NameObject("/Identity-H"),
            "/DescendantFonts": ArrayObject([_dictionary(descendant)]),
            "/ToUnicode": writer._add_object(_stream(f"{len(LETTERS)} beginbfchar\n{said}\nendbfchar")),
        }
    )


def _type3(writer: PdfWriter) -> DictionaryObject:
    """Return the kind of font as which Chromium writes variable ones: each glyph a content stream."""
    box = writer._add_object(_stream("500 0 0 0 400 700 d1\n0 0 400 700 re f"))
    names = {glyph(letter): f"/g{glyph(letter)}" for letter in LETTERS}
    differences = [NumberObject(1), *(NameObject(name) for name in names.values())]
    said = "\n".join(f"<{glyph(letter):02X}> <{ord(letter):04X}>" for letter in LETTERS)
    return _dictionary(
        {
            "/Type": NameObject("/Font"),
            "/Subtype": NameObject("/Type3"),
            "/FontMatrix": ArrayObject([FloatObject(part) for part in (0.001, 0, 0, 0.001, 0, 0)]),
            "/FontBBox": ArrayObject([NumberObject(end) for end in (0, 0, 500, 700)]),
            "/CharProcs": _dictionary(dict.fromkeys(names.values(), box)),
            "/Encoding": _dictionary({"/Differences": ArrayObject(differences)}),
            "/FirstChar": NumberObject(1),
            "/LastChar": NumberObject(len(LETTERS)),
            "/Widths": ArrayObject([NumberObject(500)] * len(LETTERS)),
            "/ToUnicode": writer._add_object(_stream(f"{len(LETTERS)} beginbfchar\n{said}\nendbfchar")),
        }
    )


def _font_file() -> bytes:
    names = [".notdef", *(f"g{number}" for number in range(1, len(LETTERS) + 1))]
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 700))
    pen.qCurveTo((400, 700), (400, 0))
    pen.closePath()
    drawn = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({})
    builder.setupGlyf(dict.fromkeys(names, drawn))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Test", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


def _dictionary(parts: dict[str, Any]) -> DictionaryObject:
    return DictionaryObject({NameObject(name): part for name, part in parts.items()})


def _stream(content: str | bytes) -> StreamObject:
    stream = DecodedStreamObject()
    stream.set_data(content.encode("ascii") if isinstance(content, str) else content)
    return stream
