"""Titles: read in the page's own encoding, and compared without what sites and typists add."""

from __future__ import annotations

from time import process_time

import pytest

from app.citations.titles import folded, page_titles, same_title

ARABIC = "السوداني يعلن استئناف عمل بعثة العراق"
MOJIBAKE_PRONE = "Türkiye’s café – “naïve”"


def page(head: str, encoding: str = "utf-8") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>Text</body></html>".encode(encoding)


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-8", "iso-8859-6", "utf-16"])
def test_an_arabic_title_is_read_in_the_encoding_that_the_header_names(encoding: str) -> None:
    assert page_titles(page(f"<title>{ARABIC}</title>", encoding), f"text/html; charset={encoding}") == [ARABIC]


@pytest.mark.parametrize(
    "naming",
    [
        '<meta charset="{}">',
        "<meta charset={}>",
        '<meta http-equiv="Content-Type" content="text/html; charset={}">',
        "<META CONTENT='text/html; CHARSET={}' HTTP-EQUIV=content-type>",
    ],
)
def test_an_arabic_title_is_read_in_the_encoding_that_the_page_names(naming: str) -> None:
    head = naming.format("windows-1256") + f"<title>{ARABIC}</title>"
    assert page_titles(page(head, "windows-1256"), "text/html") == [ARABIC]


def test_an_arabic_title_of_a_page_that_does_not_name_its_encoding_is_read() -> None:
    body = f"<title>{ARABIC}</title><p>{'قال مسؤول عراقي إن المعبر سيفتح قريبًا أمام المسافرين. ' * 20}</p>"
    assert page_titles(body.encode("windows-1256"), "text/html") == [ARABIC]


def test_a_page_in_utf_8_that_is_cut_within_a_letter_is_read() -> None:
    body = page(f"<title>{ARABIC}</title>") + "ع".encode()[:1]
    assert page_titles(body, "text/html") == [ARABIC]


@pytest.mark.parametrize("name", ["x-unheard-of", "rot13", "hex", "undefined", "idna"])
def test_a_page_that_names_no_encoding_of_text_is_read_all_the_same(name: str) -> None:
    assert page_titles(page(f"<title>{ARABIC}</title>"), f"text/html; charset={name}") == [ARABIC]


def test_an_old_page_in_latin_1_is_read_as_browsers_read_it() -> None:
    title = "Türkiye’s “gate”"
    assert page_titles(page(f"<title>{title}</title>", "cp1252"), "text/html; charset=ISO-8859-1") == [title]


def test_a_page_has_the_title_for_shares_first_and_then_that_of_the_tab() -> None:
    head = '<meta property="og:title" content="Gate &amp; road"><title>Gate &#38; road | The Herald</title>'
    assert page_titles(page(head), "text/html") == ["Gate & road", "Gate & road | The Herald"]


@pytest.mark.parametrize(
    "head", ["", "<title></title>", "<title> \n </title>", '<meta property="og:title" content="">']
)
def test_a_page_without_a_title_has_none(head: str) -> None:
    assert page_titles(page(head), "text/html") == []


@pytest.mark.parametrize(
    "body", [b"", b"\0\0\0", b"<", b"<!--", b"<?xml version='1.0' encoding='utf-8'?>", b"\xff\xfe"]
)
def test_what_is_no_page_has_no_title(body: bytes) -> None:
    assert page_titles(body, "text/html") == []


def test_the_title_of_a_drawing_is_none_of_the_page() -> None:
    body = b"<html><body><svg><title>Logo</title></svg><title>Gate</title></body></html>"
    assert page_titles(body, "text/html") == ["Gate"]


def test_a_title_that_would_drive_a_terminal_is_harmless() -> None:
    (title,) = page_titles(page("<title>Gate\x1b[2J\u202eopen&#27;[31m\nsoon</title>"), "text/html")
    assert title.isprintable()
    assert title.startswith("Gate")


@pytest.mark.parametrize("piece", [b"<title>", b"<svg>", b"<div>", b"<!--", b"<script>", b"<meta ", b"&#", b"<a<"])
def test_a_hostile_page_takes_no_long_time(piece: bytes) -> None:
    body = piece * (500_000 // len(piece))
    before = process_time()
    page_titles(body, "text/html; charset=utf-8")
    assert process_time() - before < 5


@pytest.mark.parametrize(
    ("listed", "of_page"),
    [
        ("Gate opens", "Gate opens"),
        ("Gate opens", "GATE OPENS | The Herald"),
        ("Gate opens", "The Herald - Gate opens"),
        ("Gate opens", "Gate opens – News – The Herald"),
        ("Gate opens", "The Herald » World » Gate opens"),
        ("Gate opens", "Herald | Gate opens | World"),
        ("Gate opens - north", "Gate opens - north - The Herald"),
        ("Gate opens | The Herald", "Gate opens"),
        ("Iraq's “gate” opens", "Iraq’s 'gate' opens"),
        ("Turkiye’s cafe", "Türkiye's café"),
        ("Iraqi PM visits Damascus for the first time", "Iraqi PM visits Damascus for the…"),
        ("Iraqi PM visits Damascus...", "Iraqi PM visits Damascus for the first time | Herald"),
        ("السوداني يعلن", "السُّوداني يُعلن"),
        ("أنقرة", "انقرة"),
        ("السوداني", "الســوداني"),
    ],
)
def test_titles_that_differ_by_signs_case_and_the_name_of_the_site_are_one(listed: str, of_page: str) -> None:
    assert same_title(listed, of_page)


@pytest.mark.parametrize(
    ("listed", "of_page"),
    [
        ("Gate opens", "Gate closes"),
        ("Gate opens", "The Herald"),
        ("Gate opens", "Page not found | The Herald"),
        ("Gate opens", "Gate opens again, officials say"),
        ("Gate opens", "Gate…"),
        ("Gate opens", ""),
        ("!!!", "???"),
        ("السوداني يعلن", "السوداني ينفي"),
    ],
)
def test_titles_that_say_something_else_are_two(listed: str, of_page: str) -> None:
    assert not same_title(listed, of_page)


def test_folding_keeps_letters_and_figures_of_every_script() -> None:
    assert folded("  “Gate” no. 7: İzmir, ١٢ معبر! ") == "gate no 7 izmir ١٢ معبر"
