"""The dataset's routes: files that never change once they are named, compressed where that is read, and no others."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from app.link import served
from app.link.assets import asset_routes
from app.link.served import DATASETS_KEPT, atlas_now, dataset_routes, dataset_version, map_urls, page_data, prepare
from app.model.text.language import LANGUAGES
from tests.conftest import copy_tables
from tests.link.asking import Answer, asked
from tests.model.spoiling import a_cell_says


@pytest.fixture(autouse=True)
def scripts_that_can_be_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    """Serve a script of a few words: these tests are about the dataset."""
    monkeypatch.setattr(served, "module", lambda entry: f"export const entry = '{entry}';")
    monkeypatch.setattr(served, "script", lambda entry: f"const entry = '{entry}';")
    for cached in (served._scripts, served.map_script):
        cached.cache_clear()


@pytest.fixture
def tables(a_copy_of_the_tables: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Serve a copy of the tables that a test may edit."""
    monkeypatch.setenv("ATLAS_DATA_FOLDER", str(a_copy_of_the_tables))
    monkeypatch.setattr(served, "_SERVED", type(served._SERVED)())
    return a_copy_of_the_tables


def an_edit(tables: Path, title: str) -> None:
    a_cell_says(tables / "events.csv", 2, "title_en", title)


def get(name: str, version: str = "", **headers: str) -> Answer:
    return asked(dataset_routes(), f"/atlas-data/{version or dataset_version()}/{name}.json", **headers)


@pytest.mark.usefixtures("tables")
def test_a_file_is_sent_for_ever_under_its_version() -> None:
    answer = get("dataset")
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert json.loads(answer.body)["events"]["ids"] == [event.id for event in atlas_now().events]


@pytest.mark.usefixtures("tables")
def test_a_browser_that_reads_gzip_is_sent_a_third_of_it_and_any_other_the_plain_file() -> None:
    plain, zipped = get("dataset"), get("dataset", accept_encoding="br, gzip;q=0.8")
    assert zipped.headers["content-encoding"] == "gzip"
    assert gzip.decompress(zipped.body) == plain.body
    assert len(zipped.body) < len(plain.body) / 2.5
    assert "gzip" not in plain.headers.get("content-encoding", "")
    assert plain.headers["vary"] == zipped.headers["vary"] == "accept-encoding"


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize("name", ["search", "document", "register/ar", "cards/en/0", "timeline/reports/context+after"])
def test_files_in_folders_are_found_by_their_whole_name(name: str) -> None:
    assert get(name).status == 200
    assert json.loads(get(name).body)


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize(
    "name", ["nothing", "cards/en/999", "register/fr", "timeline/essay/essay", "../served", "dataset.json"]
)
def test_a_name_that_there_is_not_is_not_found(name: str) -> None:
    assert get(name).status == 404


@pytest.mark.usefixtures("tables")
def test_a_version_that_nobody_knows_is_not_found_and_not_kept() -> None:
    answer = get("dataset", version="0123456789abcdef-01234567")
    assert answer.status == 404
    assert "immutable" not in answer.headers.get("cache-control", "")


@pytest.mark.usefixtures("tables")
def test_only_asking_is_answered() -> None:
    path = f"/atlas-data/{dataset_version()}/dataset.json"
    assert asked(dataset_routes(), path, method="POST").status == 405
    assert asked(dataset_routes(), path, method="HEAD").status == 200


def download(name: str, version: str = "", **headers: str) -> Answer:
    return asked(dataset_routes(), f"/atlas-data/{version or dataset_version()}/downloads/{name}", **headers)


@pytest.mark.parametrize(
    ("ending", "media_type"),
    [("csv", "text/csv; charset=utf-8"), ("geojson", "application/geo+json"), ("zip", "application/zip")],
)
@pytest.mark.usefixtures("tables")
def test_every_file_that_is_listed_is_sent_for_ever_to_be_saved_under_its_name(ending: str, media_type: str) -> None:
    listed = [each for each in json.loads(get("downloads").body) if each["format"] == ending]
    assert listed
    for each in listed:
        answer = download(each["name"])
        assert answer.status == 200
        assert len(answer.body) == each["bytes"]
        assert answer.headers["content-type"] == media_type
        assert answer.headers["content-disposition"] == f'attachment; filename="{each["name"]}"'
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_a_table_is_sent_as_it_stood_in_its_version(tables: Path) -> None:
    before, content = dataset_version(), (tables / "events.csv").read_bytes()
    get("dataset")
    an_edit(tables, "Another title")
    assert download("iraq-syria-atlas_events.csv", before).body == content
    assert download("iraq-syria-atlas_events.csv").body == (tables / "events.csv").read_bytes()


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize(
    "name", ["events.csv", "iraq-syria-atlas_nothing.csv", "../../pyproject.toml", "datapackage.json"]
)
def test_no_other_file_can_be_taken_away(name: str) -> None:
    assert download(name).status == 404
    assert download("iraq-syria-atlas_events.csv", version="0123456789abcdef-01234567").status == 404


def test_edited_tables_have_another_version_and_the_old_one_is_still_served(tables: Path) -> None:
    before = dataset_version()
    assert get("dataset").status == 200
    an_edit(tables, "Another title")
    after = dataset_version()
    assert after != before
    titles = {
        version: json.loads(get("dataset", version).body)["events"]["titles"]["en"] for version in (before, after)
    }
    assert "Another title" in titles[after]
    assert "Another title" not in titles[before]
    # A file that nobody has asked for before the edit is of the old tables as well.
    assert "another title" not in json.dumps(json.loads(get("search", before).body))
    assert "another title" in json.dumps(json.loads(get("search", after).body))


def test_tables_put_back_have_the_version_that_they_had(tables: Path) -> None:
    before = dataset_version()
    an_edit(tables, "Another title")
    assert dataset_version() != before
    copy_tables(tables)
    assert dataset_version() == before


def test_of_many_edits_the_last_ones_are_still_served(tables: Path) -> None:
    versions = []
    for number in range(DATASETS_KEPT + 2):
        an_edit(tables, f"Title {number}")
        versions.append(dataset_version())
    assert [get("document", version).status for version in versions] == [404] * 2 + [200] * DATASETS_KEPT


def test_a_table_that_cannot_be_read_leaves_a_dataset_of_the_others(tables: Path) -> None:
    (tables / "routes.csv").unlink()
    assert json.loads(get("dataset").body)["routes"] == []
    assert atlas_now().problems


@pytest.mark.usefixtures("tables")
def test_a_page_is_told_addresses_relative_to_its_own_and_nothing_else() -> None:
    data = page_data()
    addresses = [data["scripts"], data["dataset"], data["looks"], *data["assets"].values()]  # type: ignore[attr-defined] # a dictionary
    assert [each for each in addresses if str(each).startswith(("/", "."))] == []
    assert [each for each in addresses if "//" in str(each)] == []
    assert data["dataset"] == f"atlas-data/{dataset_version()}/"
    assert len(json.dumps(data)) < 600


@pytest.mark.usefixtures("tables")
def test_every_address_that_a_page_is_told_is_served() -> None:
    data = page_data()
    for address in (data["scripts"], data["looks"], *data["assets"].values()):  # type: ignore[attr-defined] # a dictionary
        answer = asked(asset_routes(), f"/{address}")
        assert answer.status == 200
        assert "immutable" in answer.headers["cache-control"]
    for address in map_urls().values():
        assert address.startswith("../../atlas-assets/")
        assert asked(asset_routes(), address.removeprefix("../..")).status == 200


@pytest.mark.usefixtures("tables")
def test_looks_have_words_palettes_and_the_fields_of_the_view() -> None:
    looks = json.loads(asked(asset_routes(), f"/{page_data()['looks']}").body)
    assert [language["code"] for language in looks["languages"]] == list(LANGUAGES)
    assert {"words", "palettes", "fields", "nothing", "font"} <= set(looks)


@pytest.mark.usefixtures("tables")
def test_what_a_first_view_needs_is_made_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    prepare()
    made: list[str] = []
    monkeypatch.setattr(served, "dataset_file", lambda *given: made.append(given[-1]) or "{}")
    for name in served.AHEAD:
        assert get(name).status == 200
    assert made == []
    assert get("search").status == 200
    assert made == ["search"]
    assert get("search").status == 200
    assert made == ["search"]
