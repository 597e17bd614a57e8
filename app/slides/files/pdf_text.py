"""Makes the text of Chromium's PDFs searchable: each text once, in logical order, in base letters.

Chromium writes text in visual order. A label with a halo is written once more, transparent, for each text shadow;
Arabic runs from left to right, partly in presentation forms; slanted and letter-spaced labels are extracted letter by
letter.
Here the text of shadows is removed. Lines that would be extracted wrongly are drawn as outlines, with an invisible text
layer (text rendering mode 3) over them in logical order.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Sequence

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, IndirectObject, NameObject, PdfObject, StreamObject

from app.slides.files.pdf_content import Matrix, Run, text_runs
from app.slides.files.pdf_fonts import PdfFont
from app.slides.files.pdf_invisible_font import InvisibleFont
from app.slides.files.pdf_lines import Letter, Piece, blank_after, letters_of, lines_of, needs_text_layer, pieces_of

INVISIBLE = "/AtlasInvisible"
"""Name of the invisible text's font among a page's resources."""
OUTLINE = "/AtlasOutline"
"""How the names of glyphs' outlines begin, there too."""
_FONT_USED = re.compile(rb"(/\S+) [-.\d]+ Tf\b")
NEAR = 1.0
"""Maximum distance of a shadow from its text, in font sizes."""


def searchable(document: bytes, *, right_to_left: bool) -> bytes:
    """Return a PDF with searchable text; `right_to_left` is the base direction of its pages."""
    writer = PdfWriter(clone_from=io.BytesIO(document))
    rewriting = _Rewriting(writer, right_to_left=right_to_left)
    for page in writer.pages:
        content = page.get_contents()
        if content is not None:
            rewritten = rewriting.rewritten(content.get_data(), _part(page, "/Resources"))
            page[NameObject("/Contents")] = writer._add_object(_compressed(rewritten))
    rewriting.end()
    return _written(writer)


def joined(documents: Sequence[bytes]) -> bytes:
    """Return several PDFs as one, with what the first says of itself."""
    writer = PdfWriter(clone_from=io.BytesIO(documents[0]))
    for document in documents[1:]:
        writer.append(io.BytesIO(document), import_outline=False)
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


class _Rewriting:
    """One document: its content streams, and the one font of their invisible text."""

    def __init__(self, writer: PdfWriter, *, right_to_left: bool) -> None:
        self._writer, self._right_to_left = writer, right_to_left
        self._invisible = InvisibleFont()
        self._invisible_dictionary = DictionaryObject()
        self._invisible_font = writer._add_object(self._invisible_dictionary)
        self._fonts: dict[int, PdfFont] = {}
        self._outlines: dict[tuple[PdfFont, int], IndirectObject | None] = {}

    def rewritten(self, stream: bytes, resources: DictionaryObject) -> bytes:
        """Return a stream; what it draws is rewritten too, and fonts that it no longer needs leave its resources."""
        forms = _part(resources, "/XObject")
        self._rewrite(forms)
        fonts = _part(resources, "/Font")
        runs = text_runs(stream, {name: self._font(font) for name, font in fonts.items()}, _opacities(resources))
        instead: dict[tuple[int, int], str] = {(run.start, run.end): "" for run in runs if run.transparent}
        letters: list[Letter] = []
        for line in lines_of(pieces_of(_without_shadows(runs))):
            outlined: list[Piece] = []
            if line[0].runs[0].transparent or needs_text_layer(line):
                drawn = {run.start: self._drawn(run, forms) for piece in line for run in piece.runs}
                for piece in line:  # an emoji is a picture, and stays; so does a font of a kind that cannot be drawn
                    kept = tuple(run for run in piece.runs if drawn[run.start] is not None)
                    instead |= {(run.start, run.end): drawn[run.start] or "" for run in kept}
                    outlined += [Piece(kept)] if kept else []
            if outlined:
                letters += letters_of(outlined, right_to_left=self._right_to_left)
            else:
                end = line[-1].runs[-1].end
                instead[end, end] = f"\nq {self._written([blank_after(line[-1])])} Q"
        left = _replaced(stream, instead)
        for name in set(fonts) - {found.decode("latin-1") for found in _FONT_USED.findall(left)}:
            del fonts[name]
        fonts[NameObject(INVISIBLE)] = self._invisible_font
        resources[NameObject("/Font")], resources[NameObject("/XObject")] = fonts, forms
        return b"q\n" + left + b"\nQ\nq\n" + self._written(letters).encode("ascii") + b"\nQ\n"

    def end(self) -> None:
        """Put the font into the document, and take out what nothing needs any more."""
        self._invisible.fill(self._invisible_dictionary, self._writer)
        self._writer.compress_identical_objects()

    def _font(self, font: PdfObject) -> PdfFont:
        found = font.get_object()
        return self._fonts.setdefault(id(found), PdfFont(found))

    def _rewrite(self, forms: DictionaryObject) -> None:
        for name, reference in list(forms.items()):
            form = reference.get_object()
            if form.get("/Subtype") == "/Form" and "/Resources" in form:
                rewritten = _compressed(self.rewritten(form.get_data(), form["/Resources"].get_object()))
                of_its_bytes = ("/Filter", "/DecodeParms", "/Length")
                rewritten.update({key: value for key, value in form.items() if key not in of_its_bytes})
                forms[NameObject(name)] = self._writer._add_object(rewritten)

    def _drawn(self, run: Run, forms: DictionaryObject) -> str | None:
        """Return what fills a run's outlines, and put these among the forms; None where one is missing."""
        if run.transparent:
            return ""  # they are there already
        drawn = []
        for glyph in (glyph for cluster in run.clusters for glyph in cluster.glyphs):
            outline = self._outline(run.font, glyph.code)
            if outline is None:
                return None
            name = f"{OUTLINE}{outline.idnum}"
            forms[NameObject(name)] = outline
            drawn.append(f"q {_numbers(_placed(run, glyph.x, glyph.y))} cm {name} Do Q")
        return "\n".join(drawn)

    def _outline(self, font: PdfFont, code: int) -> IndirectObject | None:
        if (font, code) not in self._outlines:
            outline = font.outline(code)
            self._outlines[font, code] = self._writer._add_object(outline) if outline is not None else None
        return self._outlines[font, code]

    def _written(self, letters: Sequence[Letter]) -> str:
        """Return letters as invisible text, each a text object of its own: pypdf reverses a run of Arabic letters."""
        written, size = ["3 Tr"], 0.0
        for letter in letters:
            if letter.size != size:
                size = letter.size
                written.append(f"{INVISIBLE} {size:.6g} Tf")
            code = self._invisible.code(letter.character, letter.width)
            written.append(f"BT {_numbers(letter.matrix)} Tm <{code:04X}> Tj ET")
        return "\n".join(written)


def _part(resources: DictionaryObject, name: str) -> DictionaryObject:
    part: DictionaryObject = resources.get(name, DictionaryObject()).get_object()
    return part


def _opacities(resources: DictionaryObject) -> dict[str, float]:
    states = {name: state.get_object() for name, state in _part(resources, "/ExtGState").items()}
    return {name: float(state["/ca"]) for name, state in states.items() if "/ca" in state}


def _without_shadows(runs: Sequence[Run]) -> list[Run]:
    """Return what is seen of text, and of what is transparent only that of which nothing else says the same there.

    A font's missing bold is drawn as outlines too: its text is transparent and has no other.
    """
    kept = [run for run in runs if not run.transparent]
    for run in reversed(runs):
        if run.transparent and not any(_is_shadow(run, other) for other in kept):
            kept.append(run)
    return sorted(kept, key=lambda run: run.start)


def _is_shadow(run: Run, of: Run) -> bool:
    return run.text == of.text and math.dist(run.origin, of.origin) < NEAR * of.size * math.hypot(*of.matrix[:2])


def _placed(run: Run, x: float, y: float) -> Matrix:
    a, b, c, d, e, f = run.line
    return a * run.size, b * run.size, c * run.size, d * run.size, a * x + c * y + e, b * x + d * y + f


def _numbers(matrix: Matrix) -> str:
    return " ".join(f"{number:.6g}" for number in matrix)


def _replaced(stream: bytes, instead: dict[tuple[int, int], str]) -> bytes:
    parts, at = [], 0
    for (start, end), text in sorted(instead.items()):
        parts += [stream[at:start], text.encode("ascii")]
        at = end
    return b"".join((*parts, stream[at:]))


def _compressed(content: bytes) -> StreamObject:
    stream = DecodedStreamObject()
    stream.set_data(content)
    return stream.flate_encode()
