"""The only place that keeps anything of a reader in the session: the language of Streamlit's own menu."""

from __future__ import annotations

import streamlit as st

from app.model.text.language import LANGUAGES
from app.model.view import view_from_url

SHELL_KEY = "shell"


def language() -> str:
    """Return the code of the page's language: as the shell last reported it, or at the first run as the address says."""
    reported = (st.session_state.get(SHELL_KEY) or {}).get("language")
    if reported in LANGUAGES:
        return str(reported)
    return view_from_url(st.query_params.to_dict())[0].language
