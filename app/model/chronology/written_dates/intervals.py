"""Intervals as people write them: two dates, or one with a word that leaves the other end open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from app.model.chronology.date_sides import days_of, is_edtf
from app.model.chronology.written_dates.month_names import with_months_numbered
from app.model.chronology.written_dates.placeholders import without_placeholder
from app.model.chronology.written_dates.readings import NOTHING, Found, Reading
from app.model.chronology.written_dates.sides import read_marked

_NOW = (
    r"present|the present|now|today|ongoing|current|currently|date|still|heute|jetzt|laufend|aujourd'hui|en cours"
    r"|الان|اليوم|الحاضر|مستمر|يومنا هذا|الوقت الحاضر|hoy|gunumuz"
)

_STILL_GOING_ON = re.compile(
    rf"^(?:since|from|seit|ab|von|depuis|de|منذ|من)? ?(?P<side>.+?)\s*"
    rf"(?:-|/|to|until|till|bis|a|jusqu'a|حتي|الي|,|\()\s*(?:{_NOW})\)?$"
)

_NOT_KNOWN = r"\(?(?:\?+|unknown|unbekannt|inconnue?|desconocido|غير معروفه?|مجهوله?)\)?"
_END_UNKNOWN = re.compile(rf"^(?P<side>.+?)\s*(?:/|-+|to|until|bis|a|الي|حتي|, end)\s*{_NOT_KNOWN}$")
_START_UNKNOWN = re.compile(rf"^{_NOT_KNOWN}\s*(?:/|-+|to|until|bis|a|الي|حتي)\s*(?P<side>.+)$")
_SINCE = re.compile(
    r"^(?:since|from|as of|as from|starting(?: in)?|beginning(?: in)?|onwards? from|seit|ab|depuis|a partir de|des"
    r"|desde|منذ|ابتداء من|بدءا من|اعتبارا من|>=?) ?(?P<side>.+?)(?: on| onwards?| an)?$"
    r"|^(?P<bare>.+?)\s*(?:\+|(?<=[\d> ])-|\.{2,3}|/ ?\.\.\.?|/ ?(?:present|now|open)|onwards?| on|ff\.?)$"
)

_UNTIL = re.compile(
    r"^(?:until|till|til|up to|to|by|through|bis|bis zum|jusqu'en|jusqu'a|jusqu'au|hasta|حتي|لغايه|الي|<=)"
    r" ?(?P<side>.+)$"
    r"|^\.{2,3} ?[/-]? ?(?P<bare>.+)$|^- ?(?P<dash>\d{4}.*)$"
)

_LEADS = {
    "{0}/..": "write an interval with an open end as",
    "../{0}": "write an interval with an open start as",
    "{0}/": "write an interval whose end is unknown as",
    "/{0}": "write an interval whose start is unknown as",
}
_BEFORE = re.compile(r"^(?:before|prior to|earlier than|pre-?|vor|avant|antes de|قبل|<) ?(?P<side>.+)$")

_AFTER = re.compile(r"^(?:after|later than|post-?|nach|apres|despues de|بعد|>) ?(?P<side>.+)$")

_JOINTS = re.compile(
    r"\s*/\s*|\s*(?<![a-z])(?:to|until|till|through|thru|bis zum|bis|zum|a|au|jusqu'au|jusqu'a|الي|حتي|لغايه|or|oder|ou"
    r"|او|and|und|et|y|&)(?![a-z])\s*|\s+-+\s+|-+|\s*\.\.\.?\s*|\s+و\s*|\s*;\s*|,\s+"
)

_THREE_NUMBERS = re.compile(r"\d{1,4} ?([-/. ]) ?\d{1,2} ?\1 ?\d{1,4}")
"""A day, possibly one that does not exist; no two dates with a dash between."""

_MONTH = r"<[\d|]+>"
_DAY_OF_MONTH = r"\d{1,2}(?:\.|st|nd|rd|th|er)?"
_FROM = re.compile(r"^(?:from|between|von|vom|zwischen|de|du|entre|d'|من|بين|ما بين)\s+")


def read_open_interval(simple: str) -> Found:
    """Read what has a start or an end only."""
    for pattern, form in (
        (_END_UNKNOWN, "{0}/"),
        (_START_UNKNOWN, "/{0}"),
        (_STILL_GOING_ON, "{0}/.."),
        (_SINCE, "{0}/.."),
        (_UNTIL, "../{0}"),
    ):
        if match := pattern.search(simple):
            side = next(text for text in match.groups() if text)
            if (found := _written(side, form)).readings:
                return found
    for pattern, neighbour, including, without in (
        (_BEFORE, _day_before, "../{0}", "../{0}"),
        (_AFTER, _day_after, "{0}/..", "{0}/.."),
    ):
        if match := pattern.search(simple):
            dates = [reading.edtf for reading in read_marked(match["side"]).readings if "/" not in reading.edtf]
            readings = [
                reading
                for edtf in dates
                for reading in (
                    Reading(without.format(neighbour(edtf)), f"without {edtf} itself"),
                    Reading(including.format(edtf), f"with {edtf}"),
                )
                if "//" not in reading.edtf and neighbour(edtf)
            ]
            return Found(tuple(readings))
    return NOTHING


def _written(side: str, form: str) -> Found:
    found = read_marked(side.strip())
    readings = tuple(Reading(form.format(r.edtf), r.label) for r in found.readings if "/" not in r.edtf)
    return Found(readings, _LEADS[form])


def _day_before(edtf: str) -> str:
    return _beside(edtf, -1)


def _day_after(edtf: str) -> str:
    return _beside(edtf, 1)


def _beside(edtf: str, step: int) -> str:
    """Return the day, month, year or decade before or after one of the same kind; nothing beyond the calendar."""
    bare = edtf.rstrip("~?%")
    first, last = days_of(bare)
    try:
        day = first - timedelta(days=1) if step < 0 else last + timedelta(days=1)
    except OverflowError:
        return ""
    text = day.isoformat()[: len(bare)]
    return (f"{text[:3]}X" if bare.endswith("X") else text) + edtf[len(bare) :]


def read_interval(simple: str) -> Found:
    """Read two dates with a dash, a slash or a word between, of which one may lack what the other says."""
    if _THREE_NUMBERS.fullmatch(simple):
        return NOTHING
    without_from = _FROM.sub("", simple)
    # A hyphen may belong to one of the dates: any other joint comes first.
    for joint in sorted(_JOINTS.finditer(without_from), key=lambda joint: joint[0] == "-"):
        start, end = without_from[: joint.start()].strip(), without_from[joint.end() :].strip()
        if start and end and (readings := tuple(_intervals(start, end))):
            return Found(readings, "write an interval with a slash:")
    return NOTHING


def _intervals(start: str, end: str) -> Iterable[Reading]:
    """Return the intervals that two texts may mean, each once."""
    seen: dict[str, Reading] = {}
    for left, right in _completed(start, end):
        for first in read_marked(left).readings:
            for last in read_marked(right).readings:
                edtf = f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}"
                read_alike = not (first.label and last.label) or first.label == last.label
                if read_alike and is_edtf(edtf) and (plain := without_placeholder(edtf)):
                    seen.setdefault(plain, Reading(plain, first.label))
        if seen:
            break
    return list(seen.values())[:4]


def _completed(start: str, end: str) -> Iterator[tuple[str, str]]:
    """Yield both texts with what each takes from the other: `26` before `28 Dec 2024`, `28` behind `2024-12-26`."""
    left, right = with_months_numbered(start), with_months_numbered(end)
    yield from _with_month_and_year(left, right)
    yield from _with_figures(left, right)
    if (year := re.search(r"\d{4}", right)) and not re.search(r"\d{2,}|<", left):
        yield f"{left} {year[0]}", right
    yield left, right


def _with_month_and_year(left: str, right: str) -> Iterator[tuple[str, str]]:
    """Yield the texts where a month is named and the first lacks it or the year."""
    month, year = re.search(_MONTH, f"{right} {left}"), re.search(r"\d{4}", right)
    if not month or not year:
        return
    if forward := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?,? \d{4}", right):  # `Dec 26` before `28, 2024`
        yield f"{left} {year[0]}", f"{forward[1]} {month[0]} {year[0]}"
    elif re.fullmatch(rf"{_DAY_OF_MONTH}|[\d.\s]*{_MONTH}|{_MONTH} ?{_DAY_OF_MONTH}", left):
        left = left if "<" in left else f"{left} {month[0]}"
        yield f"{left} {year[0]}", right
        yield f"{left} {int(year[0]) - 1:04}", right  # from December to January


def _with_figures(left: str, right: str) -> Iterator[tuple[str, str]]:
    """Yield the texts where all is in figures and one side lacks some of them."""
    if last := re.fullmatch(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", right):
        dot, month, year = last[2], last[3], last[4]
        if re.fullmatch(r"\d{1,2}\.?", left):
            yield f"{left.rstrip('.')}{dot}{month}{dot}{year}", right
        if re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]?", left):
            yield f"{left.rstrip('./-')}{dot}{year}", right
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", left) and re.fullmatch(r"\d\d(-\d\d)?", right):
        kept = left[: -len(right)] if len(left) > len("2024") or len(right) == 2 else ""
        if kept:
            yield left, kept + right
