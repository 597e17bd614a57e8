"""The filters: boxes, counts and search change in place, and show whatever changes the View."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from app.model.chronology.entities import Event
from app.model.chronology.view import LAYERS, View, view_to_url
from tests.browser.conftest import Dashboard
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
WHOLE = the_real_atlas(LAYERS)
CHAPTER = WHOLE.chapters[2]
ACTOR = "ahmed-al-sharaa"

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
        const isPainted = count.textContent.startsWith(`${shown} `) && Number(map.dataset.shown) === shown;
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


def naive_counts(view: View) -> Counter[str]:
    """Return how many events each choice stands for, by plain comparisons."""
    counts: Counter[str] = Counter(f"layers:{event.layer}" for event in WHOLE.events)
    for event in the_real_atlas(view.layers).events:
        span = event.span(view.basis)
        if span:
            start, end = view.start or span.earliest, view.end or span.latest
            touches = span.earliest <= end and span.latest >= start
            inside = start <= span.earliest and span.latest <= end
            if not (inside if view.certainty == "certainly" else touches):
                continue
        counts.update(keys_of(event, dated=bool(span)))
    return counts


def keys_of(event: Event, *, dated: bool) -> list[str]:
    agreement = [f"agreements:{event.agreement}"]
    if not dated:
        return agreement
    places = {*event.places, event.from_place} - {""}
    keys = [f"themes:{key}" for key in event.themes] + [f"actors:{key}" for key in event.actors]
    return [*agreement, f"kinds:{event.kind}", *keys, *(f"places:{key}" for key in places)]


@pytest.mark.parametrize(
    "view",
    [
        View(),
        View(CHAPTER.start, CHAPTER.end),
        View(CHAPTER.start, CHAPTER.end, basis="reports", certainty="certainly"),
        View(CHAPTER.start, CHAPTER.end, layers=LAYERS, themes=("border",), actors=(ACTOR,), words="Baghdad"),
    ],
    ids=["whole", "range", "certainly by reports", "layers, and filters that change no count"],
)
def test_each_choice_says_how_many_events_in_range_it_stands_for(a_visitor: Dashboard, view: View) -> None:
    page = a_visitor.open(f"?{urlencode(view_to_url(view))}").page
    said, expected = counters(page), naive_counts(view)
    assert said == {key: expected[key] for key in said}
    offered = the_real_atlas(view.layers).events
    assert {key for key in said if key.startswith("actors:")} == {
        f"actors:{key}" for event in offered for key in event.actors
    }
    names = page.locator(".filters .places .name").all_text_contents()
    assert names == sorted(names)


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
