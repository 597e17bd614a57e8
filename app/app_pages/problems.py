"""The notice of problems in the tables: what, where, and how to mend it."""

from __future__ import annotations

import streamlit as st

from app.link.view_state import spoilt_parameters
from app.model.entities import Atlas
from app.words import counted, words


def show_problems(atlas: Atlas, language: str) -> None:
    """Draw the notice, or nothing where all is well. Texts from files are shown as code, never as markup."""
    say = words(language)
    if spoilt := spoilt_parameters():
        st.warning(say["url_note"].format(names=", ".join(spoilt)))
    if not atlas.problems:
        return
    heading = counted(language, "problems_heading", len(atlas.problems))
    with st.expander(heading, expanded=True, icon=":material/warning:", key="problems"):
        st.caption(say["problems_note"])
        st.code("\n".join(str(problem) for problem in atlas.problems), language=None, wrap_lines=True, height=130)
