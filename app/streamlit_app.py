"""Entry: `streamlit run app` serves the pages, the browser's assets, and warms up before the first visitor."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from app.link.assets import asset_routes
from app.link.map_component import MapComponent
from app.link.page_head import PageHead
from app.link.served import dataset_routes
from app.link.slide_page import slide_routes
from app.link.warm_up import warm_up

routes = [*asset_routes(), *dataset_routes(), *slide_routes()]
# With server.baseUrlPath the browser asks for them below that; what it is, is not known yet.
below = [Route(f"/{{base:path}}{each.path}", each.endpoint, methods=["GET"]) for each in routes]
app = st.App(
    Path(__file__).with_name("shell.py"),
    routes=[*routes, *below],
    middleware=[Middleware(MapComponent), Middleware(PageHead)],
    lifespan=warm_up,
)
