"""The page itself: language and direction of the document, and the stylesheet for what theme tokens cannot reach."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from app.link.scripts import read_files
from app.model.entities import Atlas
from app.views.colours import theme_colours
from app.views.shapes import SHAPE_PATHS

_FOLDER = Path(__file__).parent
_component = st.components.v2.component(
    "atlas_page",
    html="<span class='page'>\n</span>",
    js=read_files(_FOLDER, "../appearance.js", "page.js"),
)


def dress_page(language: str) -> None:
    """Give the document its language, its direction and its stylesheet."""
    st.html(f"<style>{read_files(_FOLDER, 'page.css')}</style>")
    _component(key="page", data={"language": language})


def legend_marks(atlas: Atlas) -> None:
    """Draw each theme's mark before its checkbox, in its shape and colour."""
    rules = []
    for theme in atlas.themes.values():
        colours = theme_colours(theme)
        path = SHAPE_PATHS[theme.shape]
        picture = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='-10 -10 20 20'><path d='{path}'/></svg>"
        address = picture.replace("<", "%3C").replace(">", "%3E").replace("#", "%23")
        selector = f".st-key-theme-{theme.id} label p::before"
        rules.append(f'{selector}{{--mark:url("data:image/svg+xml,{address}");background:{colours["light"]}}}')
        rules.append(f'html[data-appearance="dark"] {selector}{{background:{colours["dark"]}}}')
    st.html(f"<style>{''.join(rules)}</style>")
