"""Single cells: what only wants a remark, what a spreadsheet leaves behind, and words that are nearly right."""

from __future__ import annotations

import pytest

from app.model.tables.cells.column_types import cell_fault, cell_remark
from app.model.tables.columns import Column, Table
from app.model.tables.schema import EVENTS, PLACES, REPORTS, THEMES


def column(table: Table, name: str) -> Column:
    return next(column for column in table.columns if column.name == name)


TITLE, TITLE_AR, PLACES_OF = (column(EVENTS, name) for name in ("title_en", "title_ar", "places"))
URL = column(REPORTS, "url")


@pytest.mark.parametrize(
    "cell", ["#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "####", "Err:502"]
)
def test_the_error_of_a_spreadsheet_is_no_content_in_any_column(cell: str) -> None:
    for each in (TITLE, PLACES_OF, URL, column(EVENTS, "essay_date"), column(PLACES, "latitude")):
        assert (
            cell_fault(each, cell)
            == f"'{cell}' is a spreadsheet's mark of an error and no content; write the content anew"
        )


@pytest.mark.parametrize("cell", ["#", "# 1", "No. #3", "See #REF! there", "Err: 502 people"])
def test_a_text_with_a_number_sign_is_no_error_of_a_spreadsheet(cell: str) -> None:
    assert (cell_fault(TITLE, cell), cell_remark(TITLE, cell)) == ("", "")


def test_an_empty_cell_is_a_fault_only_where_one_is_required() -> None:
    assert cell_fault(TITLE, "") == "the cell is empty and must not be; fill it in"
    assert cell_fault(TITLE_AR, "") == ""


@pytest.mark.parametrize("cell", ["=1+1", "+SUM(A1)", "@name", "+964 770", "= SUM(A1)", "-1+1", "＝1"])
def test_a_text_that_a_spreadsheet_takes_for_a_formula_is_remarked_on(cell: str) -> None:
    assert f"begins with '{cell[0]}'" in cell_remark(TITLE, cell)
    assert cell_fault(TITLE, cell) == ""


@pytest.mark.parametrize("cell", ["1 + 1 = 2", "a@b.example", "plain", "well - known"])
def test_a_text_that_no_spreadsheet_takes_for_a_formula_is_not(cell: str) -> None:
    assert cell_remark(TITLE, cell) == ""


@pytest.mark.parametrize(
    ("cell", "markup"),
    [
        ("<b>bold</b>", "<b>"),
        ("a</script>", "</script>"),
        ("<script src=x", "<script"),
        ("<IMG src=x onerror=y>", "<IMG src=x onerror=y>"),
        ("a<!-- b", "<!--"),
        ("Tom &amp; Tim", "&amp;"),
        ("it&#8217;s", "&#8217;"),
    ],
)
def test_markup_is_remarked_on_and_shown_as_text(cell: str, markup: str) -> None:
    assert cell_remark(TITLE, cell) == f"'{markup}' is shown as text and has no effect; delete the markup"
    assert cell_fault(TITLE, cell) == ""


@pytest.mark.parametrize("cell", ["a < b and c > d", "2<3", "AT&T; others", "Q & A; more", "→ ← <3", "R&D"])
def test_signs_that_are_no_markup_are_left_alone(cell: str) -> None:
    assert cell_remark(TITLE, cell) == ""


def test_letters_lost_in_another_encoding_are_remarked_on() -> None:
    assert "letters were lost" in cell_remark(TITLE_AR, "???? ????? 2024")
    assert "letters were lost" in cell_remark(TITLE, "Baghd\ufffdd")
    assert cell_remark(TITLE_AR, "ماذا حدث؟ لا أحد يعرف???") == ""
    assert cell_remark(TITLE, "What???") == ""


def test_a_key_that_stands_twice_in_a_list_is_remarked_on() -> None:
    assert (
        cell_remark(PLACES_OF, "baghdad; iraq;baghdad") == "'baghdad' stands twice in the list; delete one of the two"
    )
    assert cell_remark(PLACES_OF, "baghdad;baghdad-airport") == ""
    assert cell_remark(column(PLACES, "countries"), "IQ;IQ") != ""


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("javascript:alert(1)", "begins with 'javascript:'"),
        ("JaVaScRiPt:alert(1)", "begins with 'JaVaScRiPt:'"),
        ("data:text/html,x", "begins with 'data:'"),
        ("file:///etc/passwd", "begins with 'file:'"),
        ("https://a.example/b c", "has a space in it"),
        ("https://a.example https://b.example", "one address a row"),
        ("a.example:8080/b", "is no web address"),
        ("https://localhost/", "is no web address"),
        ("https:///a.example", "is no web address"),
    ],
)
def test_what_is_no_address_is_named_for_what_it_is(cell: str, words: str) -> None:
    assert words in cell_fault(URL, cell)


def test_a_colour_in_capitals_is_given_back_in_small_letters() -> None:
    assert cell_fault(column(THEMES, "colour"), "#1F6AA5").endswith("write it as #1f6aa5")


def test_a_very_long_cell_does_not_make_a_very_long_message() -> None:
    for each in (PLACES_OF, URL, column(EVENTS, "essay_date"), column(EVENTS, "kind"), column(THEMES, "colour")):
        assert 0 < len(cell_fault(each, "Ab " * 5000)) < 300


ADDRESSES_THAT_ARE_ONE = [
    "https://herald.example/a",
    "http://herald.example:8080/a?x=1&y=2#part",
    "https://en.wikipedia.org/wiki/Syria_(region)",
    "https://en.wikipedia.org/wiki/1970_Syrian_coup_d%27etat",
    "https://web.archive.org/web/20240101000000/https://www.herald.example/a",
    "https://share.example/?u=https://herald.example/a",
    "https://herald.example/a;b,c",
    "https://العربية.example/خبر",
    "https://herald.example/a?lang=en",
    "https://herald.example/a?reference=utm_source",
    "https://www.test.de/a",
    "https://dev.to/a",
    "https://www.herald.co.uk/test",
    "https://test.co.uk/a",
    "https://news.herald.example/api/preview",
    "https://developer.herald.example/a",
    "http://8.8.8.8/a.html",
]


@pytest.mark.parametrize("cell", ADDRESSES_THAT_ARE_ONE)
def test_a_public_address_has_neither_a_fault_nor_a_remark(cell: str) -> None:
    assert (cell_fault(URL, cell), cell_remark(URL, cell)) == ("", "")


@pytest.mark.parametrize(
    "cell",
    [
        "https://a.example/1;https://b.example/2",
        "https://a.example/1,http://b.example/2",
        "https://a.example/1 https://b.example/2",
        "https://a.example/1؛ https://b.example/2",
        "https://a.example/1 (https://b.example/2)",
        "https://a.example/1.https://b.example/2",
        "https://a.example/1; www.b.example/2",
        "www.a.example/1;www.b.example/2",
    ],
)
def test_two_addresses_in_one_cell_are_a_fault(cell: str) -> None:
    assert "holds two addresses" in cell_fault(URL, cell)


@pytest.mark.parametrize("cell", ["https://a@b.example/1", "https://a:b@c.example/1", "https://a.example:x/1"])
def test_an_address_whose_host_is_not_what_it_seems_is_a_fault(cell: str) -> None:
    assert cell_fault(URL, cell)


@pytest.mark.parametrize(
    "trailing", [").", ")", ".", ",", ";", ":", "!", "”", "»", "…", "].", ").,", "،", "'", ".)", "*"]
)
def test_punctuation_behind_an_address_is_remarked_on_and_its_mend_is_accepted(trailing: str) -> None:
    remark = cell_remark(URL, f"https://herald.example/a{trailing}")
    assert f"ends with '{trailing}'" in remark
    encoded = remark.partition("or write ")[2].partition(" ")[0]
    assert cell_remark(URL, f"https://herald.example/a{encoded}") == ""


@pytest.mark.parametrize(
    ("cell", "mended"),
    [
        ("https://a.example/1?utm_source=x", "https://a.example/1"),
        ("https://a.example/1?id=2&UTM_Campaign=x&page=3", "https://a.example/1?id=2&page=3"),
        ("https://a.example/1?gclid=x#top", "https://a.example/1#top"),
        ("https://a.example/1?ns_mchannel=rss&ito=1490", "https://a.example/1"),
        ("https://a.example/1?at_medium=RSS&at_campaign=KARANGA", "https://a.example/1"),
        ("https://a.example/1#utm_medium=x", "https://a.example/1"),
        ("https://a.example/1?_ga=2.1&smid=tw", "https://a.example/1"),
    ],
)
def test_a_tracking_parameter_is_remarked_on_with_the_address_without_it(cell: str, mended: str) -> None:
    assert cell_remark(URL, cell).endswith(f"; write {mended}")
    assert cell_remark(URL, mended) == ""


@pytest.mark.parametrize(
    "host",
    [
        "manage.herald.example", "api.herald.example", "test.herald.example", "cms.herald.co.uk",
        "10.0.0.8", "127.0.0.1", "staging2.herald.example", "www-preprod.herald.example", "news.dev.herald.example",
        "herald.wpengine.com",
        "d1.cloudfront.net", "voa.pangea-cms.com", "web.herald.local", "169.254.169.254",
    ],
)  # fmt: skip
def test_a_host_that_is_not_for_readers_is_remarked_on(host: str) -> None:
    assert host in cell_remark(URL, f"https://{host}/a")
