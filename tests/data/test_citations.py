"""Every citation says what is cited, by whom and from when, or why not; its address is one that readers can open."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from urllib.parse import urlsplit

import pytest

from app.model.tables.cells.addresses import address_fault, address_remark, not_public
from tests.model.real import DATA

NO_TITLE = "No title: the copy of the page that was read does not carry it."
NO_DATE = "No date: the copy of the page that was read does not carry it."
NO_DATE_OF_ITS_OWN = "No date: a reference page, which changes or has no date of its own."
IN_ARABIC = {
    NO_TITLE: "بلا عنوان: النسخة التي قُرئت من الصفحة لا تحمله.",
    NO_DATE: "بلا تاريخ: النسخة التي قُرئت من الصفحة لا تحمله.",
    NO_DATE_OF_ITS_OWN: "بلا تاريخ: صفحة مرجعية تتغير أو لا تحمل تاريخًا خاصًا بها.",
}
"""Each reason, as it stands in `notes_en` and in `notes_ar`."""
EXCUSED = {
    ("title", NO_TITLE): (
        "iran-iraq-war-syria-sides-with-iran-2",
        "iran-iraq-war-syria-sides-with-iran-3", "iraq-invasion-2003-1", "iraq-invasion-2003-2",
        "saddam-regime-falls-1", "saddam-regime-falls-2", "militants-enter-iraq-via-syria-2",
        "syrian-uprising-begins-1", "tehran-beirut-land-corridor-2", "isis-emergence-iraq-2", "astana-process-1",
        "astana-process-2", "iraq-reinforces-border-3",
        "assad-regime-appeals-to-iraq-2", "iraqi-intelligence-assessment-1",
        "iraqi-intelligence-assessment-2", "sudani-non-intervention-2", "coordination-framework-split-on-assad-2",
        "us-cuts-assad-supply-lines-1", "assad-regime-falls-1", "assad-regime-falls-2",
        "iran-russia-withdraw-from-syria-2", "iraq-conditional-recognition-1", "iraq-conditional-recognition-2",
        "syrian-soldiers-flee-to-iraq-1", "ex-regime-personnel-remain-in-iraq-1",
        "ex-regime-personnel-remain-in-iraq-3", "sudani-visits-jordan-3", "blinken-visits-iraq-2",
        "aqaba-contact-group-3", "sudani-visits-saudi-arabia-2", "sudani-meets-arab-envoys-3",
        "iraqi-embassy-damascus-reopens-2", "iraqi-embassy-damascus-reopens-3", "iran-turkey-quiet-diplomacy-2",
        "iran-accuses-turkey-1", "iran-accuses-turkey-2", "shatri-damascus-first-3",
        "isis-detainees-ghweiran-2", "al-hol-camp-2", "foreign-fighters-in-syria-1", "smuggling-and-drugs-2",
        "isis-pockets-border-1", "isis-pockets-border-3", "israel-escalation-syria-1", "israel-escalation-syria-2",
        "israel-southern-zone-plan-1", "israel-southern-zone-plan-3", "coastal-violence-3",
        "trilateral-security-cell-1", "trilateral-security-cell-2", "shatri-damascus-second-3",
        "sudani-sharaa-doha-2", "sudani-sharaa-doha-3", "invitation-to-baghdad-summit-1",
        "invitation-to-baghdad-summit-2", "sharaa-skips-baghdad-summit-2", "joint-crossings-committee-1",
        "sdf-damascus-agreement-2", "trump-gulf-tour-2", "trump-sharaa-riyadh-2", "trump-sharaa-riyadh-3",
        "development-road-3", "iran-iraq-rail-link-2", "iran-iraq-rail-link-3",
        "international-recognition-forecast-1", "context-amman-five-nation-room-1",
        "context-amman-five-nation-room-2", "after-isis-detainees-moved-to-iraq-1", "aqaba-contact-group-4",
        "iraqi-embassy-damascus-reopens-4", "trilateral-security-cell-4", "joint-security-room-4",
        "crossings-closed-during-war-7", "crossings-closed-during-war-8", "essay-publication-2",
    ),
    ("published", NO_DATE): (
        "tehran-beirut-land-corridor-2", "baghdad-rejects-iranian-pressure-2", "sudani-non-intervention-1",
        "israel-southern-zone-plan-3", "coastal-violence-1", "trilateral-security-cell-3",
        "us-cuts-assad-supply-lines-4",
    ),
    ("published", NO_DATE_OF_ITS_OWN): (
        "hafez-al-assad-takes-power-1", "saddam-hussein-takes-power-1",
        "iraq-invasion-2003-2", "iraq-invasion-2003-3", "saddam-regime-falls-2", "axis-of-evil-label-3",
        "isis-emergence-iraq-2", "essay-publication-2",
    ),
}  # fmt: skip
"""By column and reason, the citations that lack the cell."""
SEVERAL_PUBLISHERS = {"daily8.com": "an aggregator, which names the paper that each of its copies is from"}
"""Hosts on which several publishers stand, and why."""


def rows() -> list[dict[str, str]]:
    with (DATA / "reports.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = rows()


def host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def outlet(publisher: str) -> str:
    """Return whose page it is: `Arab News` of `AFP (via Arab News)`, `UrduPoint` of `UrduPoint (citing WAM)`."""
    via = re.search(r"\(via ([^()]+)\)", publisher)
    return via[1] if via else re.sub(r"\s*\([^()]*\)", "", publisher)


@pytest.mark.parametrize("column", ["publisher", "title", "published"])
def test_a_citation_has_publisher_title_and_date_or_is_excused_by_its_id(column: str) -> None:
    lacking = {row["id"] for row in ROWS if not row[column]}
    assert lacking == {key for (excused, _), keys in EXCUSED.items() if excused == column for key in keys}


@pytest.mark.parametrize(("column", "reason"), EXCUSED)
def test_a_citation_that_lacks_something_says_why_in_both_languages_and_no_other_does(column: str, reason: str) -> None:
    said = {row["id"] for row in ROWS if reason in row["notes_en"]}
    assert said == set(EXCUSED[column, reason])
    assert said == {row["id"] for row in ROWS if IN_ARABIC[reason] in row["notes_ar"]}


def test_no_reason_is_worded_in_another_way() -> None:
    worded = [row["id"] for row in ROWS for reason in re.findall(r"No (?:title|date)[^.]*\.?", row["notes_en"])
              if reason not in IN_ARABIC]  # fmt: skip
    assert worded == []


@pytest.mark.parametrize("column", ["url", "archive_url"])
def test_an_address_is_one_and_has_neither_a_fault_nor_a_remark(column: str) -> None:
    addresses = [row[column] for row in ROWS if row[column]]
    assert [address for address in addresses if address_fault(address) or address_remark(address)] == []


def test_no_address_is_of_a_back_office_or_a_test_host_or_is_a_home_page() -> None:
    assert [row["url"] for row in ROWS if not_public(host(row["url"]))] == []
    assert [
        row["url"] for row in ROWS if urlsplit(row["url"]).path in ("", "/") and not urlsplit(row["url"]).query
    ] == []


def test_a_host_has_one_publisher_spelt_in_one_way() -> None:
    outlets: dict[str, set[str]] = defaultdict(set)
    for row in ROWS:
        outlets[host(row["url"])].add(outlet(row["publisher"]))
    assert {name for name, named in outlets.items() if len(named) > 1} == set(SEVERAL_PUBLISHERS)


def test_an_address_has_one_publisher_one_title_and_one_date() -> None:
    cited: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for row in ROWS:
        cited[row["url"]].add((row["publisher"], row["title"], row["published"]))
    assert {address: what for address, what in cited.items() if len(what) > 1} == {}


def test_a_host_is_written_with_https_everywhere_or_nowhere() -> None:
    schemes: dict[str, set[str]] = defaultdict(set)
    for row in ROWS:
        schemes[host(row["url"])].add(urlsplit(row["url"]).scheme)
    assert [name for name, named in schemes.items() if len(named) > 1] == []


def test_a_host_is_written_with_www_everywhere_or_nowhere() -> None:
    hosts: dict[str, set[str]] = defaultdict(set)
    for row in ROWS:
        hosts[host(row["url"])].add(urlsplit(row["url"]).hostname or "")
    assert [name for name, named in hosts.items() if len(named) > 1] == []


FOR_TELEPHONES = re.compile(r"[/-]amp(?:[/.]|$)|^https?://amp\.|[?&](?:amp|outputType=amp)\b", re.IGNORECASE)
"""What marks the second address that a page has for telephones: `/amp/en/…`, `…/17052025-amp`, `amp.…`, `?amp=1`."""


def test_no_address_is_the_one_for_telephones() -> None:
    assert [row["url"] for row in ROWS if FOR_TELEPHONES.search(row["url"])] == []


@pytest.mark.parametrize("address", [
    "https://a.example/amp/en/story", "https://a.example/world/1890527/amp", "https://a.example/iraq/17052025-amp",
    "https://amp.a.example/story", "https://a.example/story?amp=1", "https://a.example/story?x=1&outputType=amp",
])  # fmt: skip
def test_an_address_for_telephones_is_recognised(address: str) -> None:
    assert FOR_TELEPHONES.search(address)


@pytest.mark.parametrize(
    "address", ["https://a.example/camp/al-hol", "https://a.example/al-hol-camp", "https://a.example/amplifier"]
)
def test_an_address_that_only_has_the_letters_is_not(address: str) -> None:
    assert not FOR_TELEPHONES.search(address)
