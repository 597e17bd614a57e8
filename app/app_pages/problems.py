"""The notices of problems and remarks on the tables: what, where, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

from app.model.chronology.entities import Atlas
from app.model.problems import Problem
from app.model.text.direction import isolate
from app.words import counted, words

_QUOTED = re.compile("‘[^’]*’|'[^']*'|“[^”]*”")
"""What messages quote."""


def show_problems(atlas: Atlas, language: str) -> None:
    """Draw the notice, or nothing where all is well. Texts from files are shown as code, never as markup."""
    if not atlas.problems:
        return
    say = words(language)
    heading = counted(language, "problems_heading", len(atlas.problems))
    with st.expander(heading, expanded=True, icon=":material/warning:", key="problems"):
        st.caption(say["problems_note"])
        _show_findings(atlas.problems)


def show_remarks(atlas: Atlas, language: str) -> None:
    """Draw a quiet line that opens to the remarks, or nothing where there are none."""
    if not atlas.remarks:
        return
    say = words(language)
    with st.expander(say["remarks_heading"].format(n=len(atlas.remarks)), key="remarks"):
        st.caption(say["remarks_note"])
        _show_findings(atlas.remarks)


def _show_findings(findings: Sequence[Problem]) -> None:
    st.code("\n".join(_set_apart(str(each)) for each in findings), language=None, wrap_lines=True, height=130)


def _set_apart(problem: str) -> str:
    """Return a message, which is English, with what it quotes of a cell in that text's direction.

    The isolates stand outside the quotation marks: what is copied from between these has none.
    """
    return _QUOTED.sub(lambda found: isolate(found[0], "en"), problem)
