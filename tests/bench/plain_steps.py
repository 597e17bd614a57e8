"""The same step in a plain Streamlit app: from a key on its slider to map and chart drawn for the new range.

The keys go to st.slider's first thumb, a day each. A step runs from the `timeStamp` of `keydown` to the frame in which
map and chart both have as many marks as the app's counter says, and other than before; it is looked at once a frame.
Steps that leave the number of events as it is cannot be seen, and are not counted.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route
from xstatic.pkg import leaflet

from tests.chromium import MAP_FRAME, running_chromium
from tests.server import serving

PATIENCE_MS = 180_000
MOST_EVENTS = 2_000
"""Beyond this the plain app needs minutes a step: there is nothing to compare."""
MOST_KEYS = 120
SCRIPT = """
() => {
  const zero = performance.timeOrigin;
  addEventListener("keydown", (event) => {
    window.keyAt = zero + event.timeStamp;
    window.stillAt = Infinity;
  }, { capture: true });
  // A short run may have begun and ended before it is told of: that it is told says that there was one.
  new MutationObserver(() => {
    window.stillAt = still() ? performance.now() : Infinity;
  }).observe(document.querySelector("[data-testid=stApp]"), { attributeFilter: ["data-test-script-state"] });
  const onMap = () => {
    const frame = document.querySelector(`FRAME`);
    return frame?.contentDocument?.querySelectorAll("path.leaflet-interactive").length ?? -1;
  };
  const onChart = () => {
    const plot = document.querySelector(".js-plotly-plot");
    return plot?._fullData?.reduce((sum, trace) => sum + (trace._length ?? 0), 0) ?? -1;
  };
  const counter = () => Number(/(\\d+) of \\d+ events/.exec(document.body.innerText)?.[1] ?? -1);
  const still = () => document.querySelector("[data-testid=stApp]").dataset.testScriptState === "notRunning";
  window.counts = () => [counter(), onMap(), onChart()];
  window.drawn = (before) => {
    const [said, map, chart] = window.counts();
    // The rerun has long ended, and there are as many as before: this step cannot be seen.
    if (said === before && performance.now() - window.stillAt > 400) return -1;
    if (said === before || said < 0 || map !== said || chart !== said) return 0;
    return zero + performance.now() - window.keyAt;
  };
  window.settled = () => still() && new Set(window.counts()).size === 1;
}
""".replace("FRAME", MAP_FRAME)


def plain_steps(folder: Path, steps: int = 8) -> dict[str, Any]:
    """Return the median of `steps` steps, and how often the map's frame was loaded for one."""
    with (
        running_chromium() as browser,
        serving("tests/bench/plain_app.py", {"ATLAS_DATA_FOLDER": str(folder)}, patience_seconds=600) as address,
    ):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.route(lambda url: not url.startswith(address), _instead_of_the_network)
        page.goto(address)
        page.locator(MAP_FRAME).wait_for(timeout=PATIENCE_MS)
        page.evaluate(SCRIPT)
        page.wait_for_function("settled()", timeout=PATIENCE_MS)
        loads: list[str] = []
        page.on("framenavigated", lambda frame: loads.append(frame.url) if frame.parent_frame else None)
        taken = [ms for _ in range(steps) if (ms := _step(page))]
        return {"steps": len(taken), "step_ms": round(median(taken), 1), "map_loads_a_step": len(loads) / len(taken)}


def _instead_of_the_network(route: Route) -> None:
    """Answer what folium fetches from elsewhere: Leaflet from its package, the rest, unused here, as nothing."""
    name = urlsplit(route.request.url).path.rsplit("/", 1)[-1]
    if name in ("leaflet.js", "leaflet.css"):
        route.fulfill(path=Path(leaflet.BASE_DIR) / name)
    else:
        route.fulfill(body="", content_type="text/css" if name.endswith(".css") else "text/javascript")


def _step(page: Page) -> float:
    """Press the key until the number of events changes, and return what the last press took."""
    thumb = page.get_by_role("slider").first
    for _ in range(MOST_KEYS):
        before = page.evaluate("counts()[0]")
        thumb.press("ArrowRight")
        handle = page.wait_for_function(f"drawn({before})", timeout=PATIENCE_MS)
        taken = float(handle.json_value())
        if taken < 0:
            continue
        page.wait_for_function("settled()", timeout=PATIENCE_MS)
        return taken
    raise RuntimeError("no step of the plain app changed what is shown")
