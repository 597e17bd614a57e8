"""The only place that keeps anything of a reader in the session of Streamlit."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

import streamlit as st

from app.model.chronology.view import view_from_url
from app.model.text.language import LANGUAGES
from app.slides.slide import DEFAULT_ADDRESS

SHELL_KEY = "shell"


def language() -> str:
    """Return the code of the page's language: as the shell last reported it, and before that as the address said."""
    code = reported(SHELL_KEY, "language")
    if code in LANGUAGES:
        keep("language", code)
    elif not kept("language"):
        keep("language", view_from_url(address_query())[0].language)
    return str(kept("language"))


def reported(key: str, name: str) -> Any:  # noqa: ANN401, as the panel has reported it
    """Return what the panel with this key has last reported under a name, or None; before the panel is mounted too."""
    return (st.session_state.get(key) or {}).get(name)


def address_query() -> dict[str, str]:
    """Return the query of the address as Streamlit knows it.

    That is the page's own at a load, after Back, and where one page has opened another. Streamlit's menu drops it, and
    what the browser has written since is unknown.
    """
    return st.query_params.to_dict()


def kept(name: str) -> Any:  # noqa: ANN401, as it was kept
    """Return what is kept under a name in this session, or None."""
    return st.session_state.get(f"kept-{name}")


def keep(name: str, value: object) -> None:
    """Keep a value for the next runs of this session."""
    st.session_state[f"kept-{name}"] = value


def dashboard_address() -> str:
    """Return where the reader's browser has the dashboard, for the links on slides. Not for the start page."""
    return urljoin(st.context.url, ".") if st.context.url else DEFAULT_ADDRESS
