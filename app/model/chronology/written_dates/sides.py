"""One date as people write it, read as EDTF: all that it may mean, not what it most likely does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.model.chronology.date_sides import days_of, is_edtf
from app.model.chronology.written_dates.days import DAY_READERS
from app.model.chronology.written_dates.month_names import with_months_numbered, without_weekday
from app.model.chronology.written_dates.periods import PERIOD_READERS
from app.model.chronology.written_dates.readings import NOTHING, Found, Reading, compiled, months_of, valid

_NOISE = re.compile(
    r"(?<![^\W\d_])(?:the|of|on|in|am|im|den|der|le|la|les|de|du|des|el|del|month|year|monat|jahr|mois|annee|an|lan"
    r"|في|سنه|عام|عامي|سنتي|شهر|يوم|لسنه|لعام|من)(?![^\W\d_])\.?|(?<![^\W\d_])[ld]['’]"
)

_MILADI = re.compile(r"(?<=\d) ?(?:م|ميلادي|ميلاديه)$")

_TIME = re.compile(
    r"(?:t|,? (?:at |um |a |à )?|,)\(?(?:[0-2]?\d[:h.][0-5]\d(?:[:.][0-5]\d(?:[.,]\d+)?)?|[0-1]?\d(?= ?[ap]\.?m))"
    r"(?: ?[ap]\.?m\.?| ?[صم]| ?uhr)?\)?(?: ?(?:z|(?:utc|gmt)?[+-]\d{2}:?\d{2}(?: \(.*\))?|[a-z]{3,4}))?$"
    r"| \d\d:\d\d:\d\d(?= \d{4}$)|(?<=\d)t[0-2]\d[0-5]\d(?:[0-5]\d)?(?:z|[+-]\d{2}:?\d{2})?$"
    r"|(?<=-\d\d)(?:z|[+-]\d\d:\d\d)$"
)

_PARTS_OF_TIME = {
    0: "early|beginning of|start of|anfang|beginn|debut|اوائل|مطلع|بدايه",
    1: "mid|middle of|mitte|mi|milieu|منتصف|اواسط",
    2: "late|end of|ende|fin|اواخر|نهايه|خواتيم",
}

_APPROXIMATE = (
    r"circa|ca|cca|c|about|around|approx|approximately|roughly|um|etwa|gegen|ungefahr|rund|vers|environ|autour|hacia"
    r"|نحو|حوالي|قرابه|تقريبا|زهاء"
)

_UNCERTAIN = (
    r"possibly|perhaps|probably|maybe|likely|presumably|uncertain|vermutlich|wohl|moglicherweise|vielleicht"
    r"|wahrscheinlich|peut-etre|probablement|quiza|ربما|يحتمل|محتمل|لعله"
)

_IN_FRONT = re.compile(
    rf"^\s*(?:(?P<about>(?:{_APPROXIMATE})(?![^\W\d_])\.?|[~≈±])|(?P<maybe>(?:{_UNCERTAIN})(?![^\W\d_])|\?)|(?P<both>%))\s*"
)

_BEHIND = re.compile(
    rf"\s*\(?(?:(?P<about>(?<![^\W\d_])(?:{_APPROXIMATE})\.?|[~≈±])|(?P<maybe>(?<![^\W\d_])(?:{_UNCERTAIN})|\?)|(?P<both>%))\)?\s*$"
)


def read_marked(simple: str) -> Found:
    """Read one date with or without words that make it approximate or uncertain."""
    approximate = uncertain = False
    rest = simple
    for _ in range(3):  # `about (?)`: each may stand in front and behind
        for pattern in (_IN_FRONT, _BEHIND):
            if (mark := pattern.search(rest)) and (shorter := pattern.sub("", rest, count=1)):
                approximate |= bool(mark["about"] or mark["both"])
                uncertain |= bool(mark["maybe"] or mark["both"])
                rest = shorter
    sign = "%" if approximate and uncertain else "~" if approximate else "?" if uncertain else ""
    if not sign or (re.fullmatch(r"[\dxu?_*-]{4,}", simple) and _read_side(simple).readings):  # `202?` is a decade
        return _read_side(simple)
    found = _read_side(rest.strip(" ()"))
    marked = tuple(Reading(_marked(reading.edtf, sign), reading.label) for reading in found.readings)
    return Found(marked, "write it as", found.missing)


def _read_side(text: str) -> Found:
    """Return what one date in folded letters may mean."""
    if is_edtf(text.upper()) and "/" not in text:
        return Found((Reading(text.upper()),))
    if text.startswith("..") or text.endswith(".."):
        return NOTHING  # an open end
    without_time = _TIME.sub("", text)
    if without_time != text and (found := _read_side(without_time.strip())).readings:
        return replace(found, lead="write the day without the time:")
    numbered = with_months_numbered(text)
    for candidate in dict.fromkeys((numbered, with_months_numbered(without_weekday(text)))):
        for plain in dict.fromkeys((candidate.strip(" .,;"), _without_noise(candidate))):
            if is_edtf(plain.upper()) and "/" not in plain:
                return Found((Reading(plain.upper()),))
            for pattern, reader in _READERS:
                if (match := pattern.fullmatch(plain)) and (found := reader(match)) != NOTHING:
                    return found
    return NOTHING


def _without_noise(text: str) -> str:
    plain = _MILADI.sub("", text.strip(" .,;'\"()[]"))
    return re.sub(r"\s+", " ", _NOISE.sub(" ", plain)).strip(" .,;'\"()[]")


def _part(found: re.Match[str]) -> Found:
    """Read `early 2025` as the first third of it."""
    third = next(third for third, names in _PARTS_OF_TIME.items() if found["part"] in names.split("|"))
    wholes = _read_side(found["rest"]).readings
    thirds = (reading for whole in wholes for reading in _third_of(whole.edtf, third))
    return valid(thirds, "write the dates that are meant, such as")


def _third_of(edtf: str, third: int) -> Iterator[Reading]:
    if edtf.endswith("X"):
        first, last = ((0, 3), (4, 6), (7, 9))[third]
        yield Reading(f"{edtf[:3]}{first}/{edtf[:3]}{last}")
    elif len(edtf) == len("2024"):
        yield Reading(months_of(edtf, 4 * third + 1, 4 * third + 4))
    elif len(edtf) == len("2024-12"):
        first_day, last_day = 10 * third + 1, 10 * third + 10 if third < 2 else days_of(edtf)[1].day
        yield Reading(f"{edtf}-{first_day:02}/{edtf}-{last_day:02}")


def _marked(edtf: str, sign: str) -> str:
    return "/".join(side.rstrip("~?%") + sign for side in edtf.split("/"))


_READERS = (
    *PERIOD_READERS,
    *DAY_READERS,
    *compiled(((rf"(?P<part>{'|'.join(_PARTS_OF_TIME.values())})(?:[\s-]+|(?=\d))(?P<rest>.+)", _part),)),
)
