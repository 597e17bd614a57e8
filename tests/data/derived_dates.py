"""The essay's dates that no cited paragraph states, each with the essay's words from which it follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.model.chronology.entities import Event
from tests.data.evidence import Essay, stated_dates


@dataclass(frozen=True)
class Derivation:
    """Why a row has the essay's date that it has."""

    edtf: str
    """The date as events.csv has it."""
    quotes: Mapping[int, str]
    """Words of the essay by their paragraph; at least one of them holds a date."""


_FALL = "regime in early December 2024"
_EARLY_2025 = {15: "Iraqi diplomatic activity intensified in early 2025, starting with Sudani’s visit to Jordan"}

DERIVED = {
    "saddam-regime-falls": Derivation("2003~", {2: "in 2003 and the subsequent fall of Saddam Hussein’s regime"}),
    "tehran-beirut-land-corridor": Derivation(
        "2011/..", {3: "the dynamic changed after 2011", 5: "These arguments prompted Maliki"}
    ),
    "iran-russia-withdraw-from-syria": Derivation("2024-12/..", {1: _FALL, 6: "and the subsequent withdrawal of both"}),
    "iraq-conditional-recognition": Derivation(
        "2024-12~", {1: _FALL, 12: "particularly in the immediate aftermath of Assad’s fall"}
    ),
    "sudani-visits-jordan": Derivation("2025-01~/2025-03~", _EARLY_2025),
    "blinken-visits-iraq": Derivation("2025-01~/2025-03~", _EARLY_2025),
    "sudani-visits-saudi-arabia": Derivation("2025-01~/2025-03~", _EARLY_2025),
    "iran-turkey-quiet-diplomacy": Derivation(
        "2024-12/..", {1: _FALL, 16: "between the two countries following Assad’s fall"}
    ),
    "trilateral-security-cell": Derivation(
        "2025-04~", {20: "in Baghdad in April 2025", 21: "a newly established trilateral security coordination cell"}
    ),
    "joint-security-room": Derivation(
        "2024-12-26/2025-04-25",
        {
            17: "arrived in Damascus on December 26, 2024",
            18: "his second visit to Syria on 25 April 2025",
            21: "during his two visits to Syria",
        },
    ),
    "crossings-closed-during-war": Derivation(
        "2011/2024-12",
        {1: _FALL, 3: "after 2011. The onset of the Arab Spring in Syria", 21: "closed throughout the Syrian war"},
    ),
    "development-road": Derivation("2024-12/..", {1: _FALL, 31: "With Assad gone"}),
    "iran-iraq-rail-link": Derivation("2024-12/..", {1: _FALL, 31: "With Assad gone"}),
}
"""By event."""

UNDATED = {
    "hafez-al-assad-takes-power": "1: the dates are of the fall of 2024 and of the war of the 1980s",
    "saddam-hussein-takes-power": "1: the dates are of the fall of 2024 and of the war of the 1980s",
    "aleppo-captured": "7: 2014 is the year of ISIS's emergence",
    "sharaa-jihadist-past": "7, 18: 2014 is that of ISIS's emergence, 25 April 2025 that of a visit; the past is older",
    "sharaa-detained-in-iraq": "18: 25 April 2025 is al-Shatri's second visit",
    "shatri-sharaa-acquaintance": "18: 25 April 2025 is al-Shatri's second visit",
    "sudani-sharaa-doha": "22: 17 May 2025 is the summit",
    "invitation-to-baghdad-summit": "22: 17 May 2025 is the summit to which it invites",
    "coordination-framework-split-on-assad": "24: May 2025 is Trump's visit, by when the split was over",
    "pkk-dissolution": "29: 8 May 2025 is al-Abbasi's visit; the dissolution is only called recent",
    "turkish-operations-northern-iraq": "29: 8 May 2025 is al-Abbasi's visit; the operations are only called ongoing",
    "sdf-pkk-ties-and-turkish-campaign-risk": "29: 8 May 2025 is al-Abbasi's visit; the risk lies ahead",
}
"""By event, why the dates in its paragraphs are of something else, so that the row has no date of the essay."""


def derivation_faults(event: Event, derivation: Derivation, essay: Essay) -> Iterator[str]:
    """Yield a message for each way in which the row, the derivation and the essay's text part."""
    edtf = event.essay_span.edtf if event.essay_span else ""
    if edtf != derivation.edtf:
        yield f"events.csv: {event.id}: essay_date: '{edtf}' is not '{derivation.edtf}', which the essay's words give"
    for number, quote in derivation.quotes.items():
        if quote not in essay.get(number, ""):
            yield f"{event.id}: paragraph {number} does not say '{quote}'"
    if not set(derivation.quotes) & set(event.paragraphs):
        yield f"{event.id}: none of the words is from a paragraph that the row cites"
    stated = [date for quote in derivation.quotes.values() for date in stated_dates(quote)]
    for side in derivation.edtf.split("/"):
        bare = re.sub(r"[~?%]$", "", side)
        if bare not in ("", "..") and not any(bare.startswith(d.edtf) or d.edtf.startswith(bare) for d in stated):
            yield f"{event.id}: '{side}' follows from no date in the quoted words"
