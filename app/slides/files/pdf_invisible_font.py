"""The font of an invisible text layer, which is searched, selected and read aloud instead of the outlines below it."""

from __future__ import annotations

import io
import math
from functools import cache
from typing import TYPE_CHECKING

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

if TYPE_CHECKING:
    from pypdf import PdfWriter

ASCENT, DESCENT = 900, -250
"""How far the boxes reach above and below the line, thousandths of the size."""
BOX_STEP = 50
"""By how much each box is wider than the one before it, thousandths of the size."""
MAX_BOXES = 40


class InvisibleFont:
    """A font with a code for each character in each width that is asked for; its glyphs are boxes."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, int], int] = {}

    def code(self, character: str, width: float) -> int:
        """Return the code of a character of this width (in font sizes) or a little more, to leave no gap."""
        return self._codes.setdefault((character, max(1, math.ceil(width * 100)) * 10), len(self._codes) + 1)

    def fill(self, font: DictionaryObject, writer: PdfWriter) -> None:
        """Make a dictionary of a PDF this font."""
        name, bounds = NameObject("/AtlasInvisible"), (0, DESCENT, MAX_BOXES * BOX_STEP, ASCENT)
        file = DecodedStreamObject()
        file.set_data(box_font())
        descriptor = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/FontDescriptor"),
                NameObject("/FontName"): name,
                NameObject("/Flags"): NumberObject(4),
                NameObject("/FontBBox"): ArrayObject([NumberObject(part) for part in bounds]),
                NameObject("/ItalicAngle"): NumberObject(0),
                NameObject("/Ascent"): NumberObject(ASCENT),
                NameObject("/Descent"): NumberObject(DESCENT),
                NameObject("/CapHeight"): NumberObject(700),
                NameObject("/StemV"): NumberObject(80),
                NameObject("/FontFile2"): writer._add_object(file.flate_encode()),
            }
        )
        widths = [NumberObject(width) for _, width in self._codes]
        to_glyph = DecodedStreamObject()
        boxes = [min(-(-width // BOX_STEP), MAX_BOXES) for _, width in self._codes]
        to_glyph.set_data(b"".join(box.to_bytes(2, "big") for box in (0, *boxes)))
        system = DictionaryObject(
            {
                NameObject("/Registry"): TextStringObject("Adobe"),
                NameObject("/Ordering"): TextStringObject("Identity"),
                NameObject("/Supplement"): NumberObject(0),
            }
        )
        descendant = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/CIDFontType2"),
                NameObject("/BaseFont"): name,
                NameObject("/CIDSystemInfo"): system,
                NameObject("/FontDescriptor"): descriptor,
                NameObject("/DW"): NumberObject(0),
                NameObject("/W"): ArrayObject([NumberObject(1), ArrayObject(widths)]),
                NameObject("/CIDToGIDMap"): writer._add_object(to_glyph.flate_encode()),
            }
        )
        font.update(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type0"),
                NameObject("/BaseFont"): name,
                NameObject("/Encoding"): NameObject("/Identity-H"),
                NameObject("/DescendantFonts"): ArrayObject([descendant]),
                NameObject("/ToUnicode"): writer._add_object(self._to_unicode().flate_encode()),
            }
        )

    def _to_unicode(self) -> StreamObject:
        pairs = [
            f"<{code:04X}> <{character.encode('utf-16-be').hex()}>" for (character, _), code in self._codes.items()
        ]
        blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]  # no block may have more
        mapped = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        stream = DecodedStreamObject()
        stream.set_data(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
            f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{mapped}\n"
            "endcmap CMapName currentdict /CMap defineresource pop end end".encode("ascii")
        )
        return stream


@cache
def box_font() -> bytes:
    """Return a TrueType font of boxes, glyph n `n * BOX_STEP` wide; PDFium ignores a character whose glyph is empty."""
    names = [".notdef", *(f"box{number}" for number in range(1, MAX_BOXES + 1))]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({})
    builder.setupGlyf({name: _box(number * BOX_STEP) for number, name in enumerate(names)})
    builder.setupHorizontalMetrics({name: (number * BOX_STEP, 0) for number, name in enumerate(names)})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    builder.setupNameTable({"familyName": "AtlasInvisible", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=DESCENT, usWinAscent=ASCENT, usWinDescent=-DESCENT)
    builder.setupPost()
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


def _box(width: int) -> Glyph:
    pen = TTGlyphPen(None)
    if width:
        pen.moveTo((0, DESCENT))
        pen.lineTo((0, ASCENT))
        pen.lineTo((width, ASCENT))
        pen.lineTo((width, DESCENT))
        pen.closePath()
    return pen.glyph()
