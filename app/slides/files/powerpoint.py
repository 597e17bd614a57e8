"""Slides as one PowerPoint file: each a picture that fills the slide, with a title and notes of PowerPoint's own."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.model.text.language import LANGUAGES
from app.model.text.untrusted_text import for_xml
from app.slides.files.powerpoint_text import write_text
from app.slides.slide import Slide

if TYPE_CHECKING:
    from pptx.slide import Slide as PowerPointSlide

EMU_PER_CSS_PX = 9525
"""English Metric Units of Office to a CSS pixel, of which 96 make an inch."""
TITLE_ONLY = 5
"""The layout of python-pptx's own template that has a title and nothing else."""
TITLE_PX, TITLE_LINE_PX, TITLE_TOP_PX, TITLE_MARGIN_PX = 29, 35, 14, 24
"""Size, line, top and distance from both sides of the page's own heading, CSS pixels, as slide.css has them."""
PT_PER_CSS_PX = 0.75
"""Points to a CSS pixel."""


@dataclass(frozen=True)
class DeckPage:
    """One page of a deck."""

    slide: Slide
    """What it shows; its title."""
    picture: bytes
    """PNG without the title, or one sheet of a PDF."""
    alt_text: str
    """What the picture shows, for who cannot see it."""
    notes: str
    """Speaker's notes."""


def powerpoint(pages: Sequence[DeckPage]) -> bytes:
    """Return the pages as a .pptx file; the first one's size is that of all."""
    from pptx import Presentation  # noqa: PLC0415, heavy, and needed for this alone

    presentation = Presentation()
    width, height = pages[0].slide.size.viewport
    presentation.slide_width, presentation.slide_height = width * EMU_PER_CSS_PX, height * EMU_PER_CSS_PX  # type: ignore[assignment] # an Emu is an int
    for page in pages:
        made = presentation.slides.add_slide(presentation.slide_layouts[TITLE_ONLY])
        _add_picture(made, page, presentation.slide_width, presentation.slide_height)  # type: ignore[arg-type] # set above
        _set_title(made, page.slide, width)
        notes = made.notes_slide.notes_text_frame
        if notes is not None:
            write_text(notes, for_xml(page.notes), page.slide.view.language)
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def _add_picture(made: PowerPointSlide, page: DeckPage, width_emu: int, height_emu: int) -> None:
    picture = made.shapes.add_picture(io.BytesIO(page.picture), 0, 0, width_emu, height_emu)  # type: ignore[arg-type] # an Emu is an int
    picture._element.xpath("./p:nvPicPr/p:cNvPr")[0].set("descr", for_xml(page.alt_text))
    made.shapes._spTree.insert(2, picture._element)


def _set_title(made: PowerPointSlide, slide: Slide, width_px: int) -> None:
    """Write the title where the page leaves the place of its own free; further lines go downwards."""
    from pptx.dml.color import RGBColor  # noqa: PLC0415, as above
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN  # noqa: PLC0415
    from pptx.util import Emu, Pt  # noqa: PLC0415

    from app.views.colours import PALETTES  # noqa: PLC0415

    right_to_left = LANGUAGES[slide.view.language].right_to_left
    title = made.shapes.title
    assert title is not None  # noqa: S101, the layout has one
    title.left, title.top = Emu(TITLE_MARGIN_PX * EMU_PER_CSS_PX), Emu(TITLE_TOP_PX * EMU_PER_CSS_PX)
    title.width = Emu((width_px - 2 * TITLE_MARGIN_PX) * EMU_PER_CSS_PX)
    title.height = Emu(TITLE_LINE_PX * EMU_PER_CSS_PX)
    frame = title.text_frame
    write_text(frame, slide.title, slide.view.language)
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if right_to_left else PP_ALIGN.LEFT
    paragraph.font.size, paragraph.font.bold = Pt(TITLE_PX * PT_PER_CSS_PX), True
    paragraph.line_spacing = Pt(TITLE_LINE_PX * PT_PER_CSS_PX)
    colour = PALETTES[slide.view.appearance or "light"].text
    paragraph.font.color.rgb = RGBColor(  # type: ignore[no-untyped-call] # python-pptx ships no types for it
        *bytes.fromhex(colour.removeprefix("#"))
    )
