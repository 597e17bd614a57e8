"""Asking Nominatim: what is sent, what is read, and what is said when it fails."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from app.model.gazetteer.nominatim import Answer, Geocoder, NominatimError, Server, server_at
from tests.nominatim import Nominatim, a_server, an_answer


@pytest.fixture
def a_nominatim_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Nominatim]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with a_server() as nominatim:
        yield nominatim


def ask(nominatim: Nominatim, *, timeout_s: float = 5, limit: int = 5) -> list[Answer]:
    return Geocoder(server_at(nominatim.address), "atlas-test/1.0", timeout_s).ask("Albu Kamal", limit=limit)


def failure(nominatim: Nominatim, **how: float) -> str:
    with pytest.raises(NominatimError) as caught:
        ask(nominatim, **how)  # type: ignore[arg-type] # only timeout_s is given
    return str(caught.value)


def test_the_question_asks_for_names_in_both_languages(a_nominatim_of_this_machine: Nominatim) -> None:
    ask(a_nominatim_of_this_machine, limit=3)
    (asked,) = a_nominatim_of_this_machine.asked
    assert asked.path == "/search"
    wanted = {"q": "Albu Kamal", "format": "json", "limit": "3", "namedetails": "1", "accept-language": "en"}
    assert asked.query == wanted
    assert asked.user_agent == "atlas-test/1.0"


def test_an_answer_is_read_with_its_names_point_and_object(a_nominatim_of_this_machine: Nominatim) -> None:
    a_nominatim_of_this_machine.answers(an_answer(34.4523, 40.9185, "Abu Kamal", "البوكمال"))
    (answer,) = ask(a_nominatim_of_this_machine)
    assert (answer.name_en, answer.name_ar) == ("Abu Kamal", "البوكمال")
    assert answer.point == (34.4523, 40.9185)
    assert answer.source == "OpenStreetMap node 123456789 via Nominatim"
    assert (answer.tag, answer.kind) == ("place=town", "town")


def test_the_radius_is_half_the_diagonal_of_the_box(a_nominatim_of_this_machine: Nominatim) -> None:
    box = ["34.0", "35.0", "40.0", "41.0"]  # some 111 km high and 92 km wide
    a_nominatim_of_this_machine.answers(an_answer(34.5, 40.5, boundingbox=box))
    assert ask(a_nominatim_of_this_machine)[0].radius_km == 72


@pytest.mark.parametrize(
    ("box", "radius_km"),
    [
        (["34.45", "34.45", "40.91", "40.91"], 1),
        (["-80", "80", "-180", "180"], 6000),
        (["34.0", "35.0"], None),
        (["south", "north", "west", "east"], None),
        (["34", "nan", "40", "41"], None),
        (None, None),
        (7, None),
    ],
)
def test_a_radius_is_within_what_the_schema_allows_or_left_out(
    a_nominatim_of_this_machine: Nominatim, box: object, radius_km: int | None
) -> None:
    a_nominatim_of_this_machine.answers(an_answer(34.5, 40.5, boundingbox=box))
    assert ask(a_nominatim_of_this_machine)[0].radius_km == radius_km


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"class": "place", "type": "city"}, "city"),
        ({"class": "boundary", "type": "administrative", "addresstype": "country"}, "country"),
        ({"class": "amenity", "type": "prison", "addresstype": "amenity"}, "prison"),
        ({"class": "barrier", "type": "border_control", "addresstype": "barrier"}, "crossing"),
        ({"class": "place", "type": "village", "addresstype": "village"}, ""),
        ({"class": "boundary", "type": "administrative", "addresstype": "state"}, ""),
        ({"class": None, "type": ["city"], "addresstype": {}}, ""),
    ],
)
def test_a_kind_is_given_only_where_the_tag_means_one(
    a_nominatim_of_this_machine: Nominatim, tags: dict[str, object], kind: str
) -> None:
    a_nominatim_of_this_machine.answers(an_answer(34.5, 40.5, **tags))
    assert ask(a_nominatim_of_this_machine)[0].kind == kind


@pytest.mark.parametrize(("osm_type", "osm_id"), [("=cmd", 1), ("node", "1,=cmd"), (None, None)])
def test_an_object_that_is_none_of_openstreetmaps_is_not_cited(
    a_nominatim_of_this_machine: Nominatim, osm_type: object, osm_id: object
) -> None:
    a_nominatim_of_this_machine.answers(an_answer(34.5, 40.5, osm_type=osm_type, osm_id=osm_id))
    assert ask(a_nominatim_of_this_machine)[0].source == "OpenStreetMap via Nominatim"


def test_hostile_text_is_read_without_its_commands(a_nominatim_of_this_machine: Nominatim) -> None:
    hostile = "Albu\u202e \x1b[31mKamal\x07\n\ud800"
    a_nominatim_of_this_machine.answers(an_answer(34.5, 40.5, hostile, hostile, display_name=hostile))
    (answer,) = ask(a_nominatim_of_this_machine)
    assert answer.name_en == answer.name_ar == answer.display_name == "Albu [31mKamal"


def test_no_more_answers_come_back_than_were_asked_for(a_nominatim_of_this_machine: Nominatim) -> None:
    a_nominatim_of_this_machine.answers(*(an_answer(34.5, 40.5) for _ in range(9)))
    assert len(ask(a_nominatim_of_this_machine, limit=2)) == 2


@pytest.mark.parametrize("body", [b"[]", b"{}", b"null"])
def test_no_answer_is_none_found(a_nominatim_of_this_machine: Nominatim, body: bytes) -> None:
    a_nominatim_of_this_machine.body = body
    assert ask(a_nominatim_of_this_machine) == []


def test_two_questions_reach_the_server_a_second_apart(a_nominatim_of_this_machine: Nominatim) -> None:
    geocoder = Geocoder(server_at(a_nominatim_of_this_machine.address), "atlas-test/1.0", 5)
    geocoder.ask("Baghdad")
    geocoder.ask("Damascus")
    first, second = a_nominatim_of_this_machine.asked
    assert second.at_s - first.at_s >= 1.0


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (403, "refuses to answer (HTTP 403); say with --contact"),
        (404, "has no Nominatim search there (HTTP 404); check the address"),
        (429, "has been asked too often (HTTP 429); wait a while"),
        (500, "has failed (HTTP 500); try again later"),
        (503, "has failed (HTTP 503); try again later"),
    ],
)
def test_a_refusal_says_what_to_do_and_is_not_asked_again(
    a_nominatim_of_this_machine: Nominatim, status: int, says: str
) -> None:
    a_nominatim_of_this_machine.status = status
    a_nominatim_of_this_machine.body = b"\x1b[31m a page of the server's"
    message = failure(a_nominatim_of_this_machine)
    assert message.startswith(a_nominatim_of_this_machine.address.removeprefix("http://"))
    assert says in message
    assert "page" not in message
    assert len(a_nominatim_of_this_machine.asked) == 1


def test_a_server_that_says_how_long_to_wait_is_quoted(a_nominatim_of_this_machine: Nominatim) -> None:
    a_nominatim_of_this_machine.status = 429
    a_nominatim_of_this_machine.headers["Retry-After"] = "120"
    assert "wait 120 s" in failure(a_nominatim_of_this_machine)


@pytest.mark.parametrize(
    "body",
    [
        b"<html>Welcome</html>",
        b"",
        b"\xff\xfe",
        b'"a text"',
        b"7",
        b"[7]",
        b'{"display_name": "half an answer"}',
        b'[{"lat": null, "lon": null}]',
        b'[{"lat": "north", "lon": "east"}]',
        b'[{"lat": "95", "lon": "40"}]',
        b'[{"lat": "nan", "lon": "40"}]',
        b"[" * 100_000,
    ],
)
def test_what_is_no_answer_of_nominatim_is_called_so(a_nominatim_of_this_machine: Nominatim, body: bytes) -> None:
    a_nominatim_of_this_machine.body = body
    assert "is no answer of Nominatim; check the address" in failure(a_nominatim_of_this_machine)


def test_a_question_that_the_server_rejects_is_to_be_written_differently(
    a_nominatim_of_this_machine: Nominatim,
) -> None:
    a_nominatim_of_this_machine.body = b'{"error": "Nothing to search for."}'
    assert "write the name differently" in failure(a_nominatim_of_this_machine)


def test_a_server_that_keeps_silent_is_given_up_after_the_timeout(a_nominatim_of_this_machine: Nominatim) -> None:
    a_nominatim_of_this_machine.silent = True
    assert "did not answer within 0.2 s" in failure(a_nominatim_of_this_machine, timeout_s=0.2)
    assert len(a_nominatim_of_this_machine.asked) == 1


def test_a_port_that_nobody_listens_at_cannot_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with socket.socket() as bound_and_not_listening:
        bound_and_not_listening.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{bound_and_not_listening.getsockname()[1]}"
        with pytest.raises(NominatimError, match=rf"^{address} cannot be reached \(.*refused\); check the network"):
            Geocoder(Server("http", address), "atlas-test/1.0", 2).ask("Albu Kamal")


def test_without_an_address_the_public_server_is_meant() -> None:
    assert Geocoder(None, "atlas-test/1.0", 1).address == "nominatim.openstreetmap.org"


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("https://example.org", Server("https", "example.org")),
        ("example.org/nominatim/", Server("https", "example.org/nominatim")),
        ("http://localhost:8080", Server("http", "localhost:8080")),
        ("http://localhost:8080/search", Server("http", "localhost:8080")),
        ("http://[::1]:8080", Server("http", "[::1]:8080")),
    ],
)
def test_an_address_is_read_as_https_unless_it_says_http(address: str, server: Server) -> None:
    assert server_at(address) == server


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ftp://example.org",
        "file:///etc/passwd",
        "https://",
        "http://localhost:port",
        "http://localhost:99999",
        "https://name:word@example.org",
        "https://example.org?q=1",
        "https://example.org/a b",
        "https://example.org/\u202e",
    ],
)
def test_what_is_no_address_of_a_server_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"is no address of a server; write it as"):
        server_at(address)
