"""Work done once when the server starts, so that the first visitor waits no longer than the third."""

from __future__ import annotations

import gc
import inspect
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

from app.link.assets import FILES, asset
from app.link.component import register
from app.link.served import map_urls, prepare
from app.views.map.atlas_map import build_map

# streamlit_folium is not among them: imported outside a visit, it would not be known to the server.
HEAVY_MODULES = (
    "PIL.ImageFile",
    "folium.plugins",
    "plotly.graph_objects",
    "streamlit.material_icon_names",
    "app.app_pages.problems",
    "app.link.exports",
    "app.link.session",
    "app.slides.html.page",
)


@asynccontextmanager
async def warm_up(_app: object) -> AsyncIterator[None]:
    """Import what the pages need, compress the assets, and keep the collector off what never dies."""
    for name in HEAVY_MODULES:
        import_module(name)
    for name in FILES:
        asset(name)
    prepare()
    register()
    build_map(map_urls()).get_root().render()
    # Before its first element Streamlit looks through the stack, and then reads where every module lies: 0.15 s, once.
    inspect.stack()
    gc.collect()
    gc.freeze()
    yield
