"""The files of streamlit-folium's component, known to a process before anybody has visited a page in it.

Streamlit registers a component while a page runs. Behind a proxy the first that a process hears of a reader may be a
request for the component's files.
"""

from __future__ import annotations

from functools import cache

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

PATH = "/component/streamlit_folium."


class MapComponent:
    """Middleware that registers streamlit-folium's component before its files are asked for."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "http" and PATH in scope["path"]:
            await run_in_threadpool(_register)
        await self._app(scope, receive, send)


@cache
def _register() -> None:
    import streamlit_folium  # noqa: PLC0415, heavy, and a visit may have imported it already
    from streamlit.components.v1.component_registry import ComponentRegistry  # noqa: PLC0415, as above

    ComponentRegistry.instance().register_component(streamlit_folium._component_func)
