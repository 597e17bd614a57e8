"""What the Slides page hears from the browser: the View, and the deck that the reader's browser keeps."""

from __future__ import annotations

from dataclasses import dataclass

from app.link.component import panel
from app.link.session import address_query, dashboard_address, reported
from app.model.chronology.view import View, view_from_url, view_to_url
from app.slides.slide import Slide, slide_from_url

REPORT_KEY = "slides-report"
SLIDES_LIMIT = 60
"""Maximum slides of a deck."""
TEXT_LIMIT = 6_000
"""Maximum length of a parameter; longer ones are none of ours."""


@dataclass(frozen=True)
class SlidesReport:
    """A report that has been read; what cannot be read of it is left out."""

    view: View
    """What the reader has chosen."""
    deck: tuple[Slide, ...] = ()
    """Slides collected so far, in order."""
    is_whole: bool = True
    """False where the address alone has said this: the deck is not known yet."""


def slides_report() -> SlidesReport | None:
    """Mount what reports, and return what it has reported.

    Before it has, the address says what is shown. None where that is empty too: the report comes at once, and the page
    runs again. The browser is told what Python goes by, and reports anew where a restarted server has lost it.
    """
    query = view_to_url(view_from_url(address_query())[0])
    by_address = SlidesReport(view_from_url(query)[0], is_whole=False) if query else None
    told = panel(
        "slides_report",
        key=REPORT_KEY,
        data={"known": reported(REPORT_KEY, "report") or ({"view": query, "deck": []} if query else None)},
        default={"report": None},
        on_report_change=lambda: None,
    )
    return read_report(told.report, dashboard_address()) or by_address


def read_report(told: object, address: str) -> SlidesReport | None:
    """Return a report; None where it is none. `address` is the dashboard's, for the links on slides."""
    if not isinstance(told, dict) or not _is_parameters(told.get("view")):
        return None
    deck = told.get("deck")
    entries = [entry for entry in deck if _is_parameters(entry)] if isinstance(deck, list) else []
    slides = tuple(slide_from_url(entry, address) for entry in entries[:SLIDES_LIMIT])
    return SlidesReport(view_from_url(told["view"])[0], slides)


def _is_parameters(told: object) -> bool:
    return isinstance(told, dict) and all(
        isinstance(name, str) and isinstance(text, str) and len(text) <= TEXT_LIMIT for name, text in told.items()
    )
