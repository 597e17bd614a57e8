"""The filters: boxes, counts and search change in place, and show whatever changes the View."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from app.model.chronology.filtering import sort_events
from app.model.chronology.view import LAYERS, View, view_to_url
from tests.browser.conftest import Dashboard
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
WHOLE = the_real_atlas(LAYERS)
CHAPTER = WHOLE.chapters[2]
ACTOR = "ahmed-al-sharaa"
FIELDS = ("themes", "agreements", "layers", "actors", "places", "kinds")

MARK_EVERYTHING = """(panel) => {
  for (const element of panel.querySelectorAll("*")) element.wasHere = true;
  panel.wasFocused = [];
  panel.addEventListener("focusout", ({ target }) => panel.wasFocused.push(target));
}"""
MADE_ANEW = "(panel) => [...panel.querySelectorAll('*')].filter((element) => !element.wasHere).length"
FOCUS_LOST = "(panel) => panel.wasFocused.filter((element) => !element.isConnected).length"

ALL_VIEWS_AFTER_A_SEARCH = """async ([words, shown]) => {
  const atlas = await window.atlases.page.atlas;
  const part = (name) => document.querySelector(`.st-key-${name} [data-testid=stBidiComponentIsolated]`).shadowRoot;
  const map = document.querySelector("iframe[title='streamlit_folium.st_folium']").contentDocument.documentElement;
  const count = part("details-panel").querySelector(".count");
  const search = part("filter-panel").querySelector(".search");
  await atlas.prepareSearch();
  const { set } = atlas.view;
  const looked = new Promise((done) => {
    atlas.view.set = (...given) => {
      set(...given);
      atlas.view.set = set;
      let frames = 0;
      const look = () => {
        frames += 1;
        const isPainted = count.dataset.shown === String(shown) && Number(map.dataset.shown) === shown;
        if (isPainted || frames > 20) done(frames);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
  });
  search.value = words;
  search.dispatchEvent(new Event("input"));
  return looked;
}"""
"""Returns how many frames it takes from the end of the pause until list and map show what was found."""


def counters(page: Page) -> dict[str, int]:
    """Return what stands beside each choice."""
    found: dict[str, int] = page.locator(".filters").evaluate(
        """(panel) => Object.fromEntries([...panel.querySelectorAll("fieldset .choice")].map((row) => {
          const key = `${row.closest("fieldset").className}:${row.dataset.choice}`;
          return [key, Number(row.querySelector(".counter").textContent)];
        }))"""
    )
    return found


def rows(page: Page, field: str) -> list[tuple[str, int]]:
    """Return name and number of each box of a list, in its order."""
    boxes = page.locator(f".filters .{field} .choice")
    names, counts = (boxes.locator(part).all_text_contents() for part in (".name", ".counter"))
    return [(name, int(count)) for name, count in zip(names, counts, strict=True)]


def naive_counts(view: View, keys: Iterable[str]) -> dict[str, int]:
    """Return how many events each choice shows, by choosing each in place of what its list has chosen."""
    return {key: naive_count(view, *key.split(":")) for key in keys}


def naive_count(view: View, field: str, key: str) -> int:
    atlas = the_real_atlas((key,) if field == "layers" else view.layers)
    sorting = sort_events(atlas, replace(view, **{field: (key,)}))
    if field == "layers":
        return sum(event.layer == key for event in sorting.shown)
    return len(sorting.shown) + (len(sorting.undated) if field == "agreements" else 0)


@pytest.mark.parametrize(
    "view",
    [
        View(),
        View(CHAPTER.start, CHAPTER.end),
        View(CHAPTER.start, CHAPTER.end, basis="reports", certainty="certainly"),
        View(CHAPTER.start, CHAPTER.end, layers=LAYERS, themes=("border",), actors=(ACTOR,), words="Baghdad"),
    ],
    ids=["whole", "range", "certainly by reports", "layers and several filters"],
)
def test_each_choice_counts_what_it_shows_with_all_else_that_is_chosen(a_visitor: Dashboard, view: View) -> None:
    page = a_visitor.open(f"?{urlencode(view_to_url(view))}").page
    page.evaluate("async () => (await window.atlases.page.atlas).prepareSearch()")
    a_visitor.quiet()
    said = counters(page)
    assert said == naive_counts(view, said)
    offered = the_real_atlas(view.layers).events
    assert {key for key in said if key.startswith("actors:")} == {
        f"actors:{key}" for event in offered for key in event.actors
    }
    assert {key.partition(":")[0] for key in said} == set(FIELDS)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_lists_stand_by_number_and_then_by_name_and_what_is_empty_last(a_visitor: Dashboard, language: str) -> None:
    page = a_visitor.open(f"?from=2024-12-01&to=2025-01-31&lang={language}").page
    for field in ("actors", "places", "kinds"):
        said = rows(page, field)
        assert [count for _, count in said] == sorted((count for _, count in said), reverse=True)
        if field != "kinds":
            assert said == sorted(said, key=lambda row: (-row[1], row[0]))
            assert said[-1][1] == 0
    before = rows(page, "actors")
    page.locator(".filters details.more > summary").click()
    box = page.locator(f".filters .actors [data-choice={ACTOR}] input")
    box.check()
    assert rows(page, "actors") == before  # a list does not count what it has chosen itself
    places = rows(page, "places")
    assert places == sorted(places, key=lambda row: (-row[1], row[0]))
    assert places[0][1] < max(count for _, count in before)
    expect(box).to_be_focused()


def test_lists_follow_a_range_that_has_come_to_rest_and_what_has_the_focus_keeps_it(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    page.locator(".filters details.more > summary").click()
    page.locator(".filters .places .choice input").nth(1).focus()
    focused = page.locator(".filters .places .choice:focus-within")
    place = focused.get_attribute("data-choice")
    before = rows(page, "places")
    page.evaluate("async () => (await window.atlases.page.atlas).setRange([739259, 739290], { moving: true })")

    def is_sorted() -> bool:
        now = rows(page, "places")
        return now != before and now == sorted(now, key=lambda row: (-row[1], row[0]))

    a_visitor.until(is_sorted, "the list of places stands by its new numbers")
    expect(focused).to_have_attribute("data-choice", str(place))


def test_a_click_changes_the_panel_in_place_and_the_box_keeps_the_focus(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2024-12-01&to=2025-03-31").page
    panel = page.locator(".filters")
    panel.evaluate(MARK_EVERYTHING)
    for box in (".themes input", ".agreements input", ".actors .choice input", "[data-choice=extent] input"):
        if box == ".actors .choice input":
            panel.locator("details.more > summary").click()
        panel.locator(box).first.click()
        expect(panel.locator(box).first).to_be_focused()
        a_visitor.quiet()
    panel.locator(".basis span").last.click()
    expect(page).to_have_url(re.compile("dates=reports"))
    panel.locator(".clear").click()
    expect(panel.locator(".clear")).to_be_focused()
    expect(panel.locator(".themes input").first).to_be_checked()
    expect(panel.locator(".actors .choice input").first).not_to_be_checked()
    assert panel.evaluate(MADE_ANEW) == 0
    assert panel.evaluate(FOCUS_LOST) == 0


def test_back_and_forward_show_in_the_boxes_and_in_the_search(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    panel = page.locator(".filters")
    theme, actor = panel.locator(".themes input").first, panel.locator(f".actors [data-choice={ACTOR}] input")
    theme.uncheck()
    panel.locator("details.more > summary").click()
    actor.check()
    panel.locator("details.more > summary").click()
    panel.locator(".search").fill("Baghdad")
    expect(page).to_have_url(re.compile("words=Baghdad"))
    page.go_back()
    expect(panel.locator(".search")).to_have_value("")
    page.go_back()
    expect(actor).not_to_be_checked()
    page.go_back()
    expect(theme).to_be_checked()
    for _ in range(3):
        page.go_forward()
    expect(theme).not_to_be_checked()
    expect(actor).to_be_checked()
    expect(panel.locator("details.more")).to_have_attribute("open", "")
    expect(panel.locator(".search")).to_have_value("Baghdad")


def test_a_layer_that_is_ticked_leaves_focus_folds_and_what_is_typed(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    panel = page.locator(".filters")
    for fold in ("more", "key"):
        panel.locator(f"details.{fold} > summary").click()
    narrow = panel.locator(".actors .narrow")
    narrow.fill("sharaa")
    shown = panel.locator(".actors .choice:visible").count()
    layer = panel.locator(".layers [data-choice=after] input")
    layer.check()
    expect(page).to_have_url(re.compile("layers=after"))
    expect(layer).to_be_focused()
    for fold in ("more", "key"):
        expect(panel.locator(f"details.{fold}")).to_have_attribute("open", "")
    expect(narrow).to_have_value("sharaa")
    assert panel.locator(".actors .choice:visible").count() <= shown + 1
    panel.locator("details.key > summary").focus()
    page.keyboard.press("Shift+Tab")
    expect(panel.locator(".clear")).to_be_focused()


def test_the_key_tells_marks_of_the_timeline_from_those_of_the_map(a_visitor: Dashboard) -> None:
    key = a_visitor.open().page.locator(".filters details.key")
    expect(key.locator("h2")).to_have_text(["Timeline", "Map"])
    marks = key.locator("h2:first-of-type ~ p span").all_text_contents()
    of_map = key.locator("h2:last-of-type ~ p span").all_text_contents()
    assert marks[-len(of_map) :] == of_map
    assert {"red ring: contradicted by reports"} <= set(marks) - set(of_map)
    assert {"ring with a number: events at a place, by theme"} <= set(of_map)


def test_words_that_are_being_typed_outlive_a_layer_that_is_ticked(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    panel = page.locator(".filters")
    search = panel.locator(".search")
    search.evaluate(
        """(field) => {
          field.value = "Bagh";
          field.dispatchEvent(new Event("input"));
          field.getRootNode().querySelector(".layers [data-choice=after] input").click();
        }"""
    )
    expect(page).to_have_url(re.compile(r"(?=.*layers=after)(?=.*words=Bagh)"))
    expect(search).to_have_value("Bagh")


def test_a_search_is_painted_within_two_frames_after_the_pause_of_typing(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    search = page.locator(".filters .search")
    search.fill("Baghdad")
    expect(page).to_have_url(re.compile("words=Baghdad"))
    shown = a_visitor.shown_on_map()
    search.fill("")
    expect(page).not_to_have_url(re.compile("words="))
    a_visitor.settle()
    assert page.evaluate(ALL_VIEWS_AFTER_A_SEARCH, ["Baghdad", shown]) <= 2
