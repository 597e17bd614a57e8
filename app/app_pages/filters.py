"""The sidebar of Explore: what stops an event, chosen by hand."""

from __future__ import annotations

import streamlit as st

from app.link.page import legend_marks
from app.link.view_state import change_view, current_view
from app.model.entities import Atlas
from app.model.view import AGREEMENTS, BASES, KINDS, View
from app.words import words

NOTHING = ("none",)
"""In place of themes or agreements when every box is unticked: no event has this one."""


def filters(atlas: Atlas) -> View:
    """Draw the filters into the sidebar and return the View that they make."""
    view = current_view()
    say = words(view.language)
    legend_marks(atlas)
    with st.sidebar, st.container(key="filters"):
        search = st.text_input(
            say["search_label"],
            view.words,
            placeholder=say["search_placeholder"],
            label_visibility="collapsed",
            key="words",
        )
        st.markdown(f"###### {say['themes_heading']}")
        themes = _ticked(
            {theme.id: theme.name.say(view.language) for theme in atlas.themes.values()}, view.themes, "theme"
        )
        st.markdown(f"###### {say['basis_heading']}")
        basis = st.segmented_control(
            say["basis_heading"],
            BASES,
            default=view.basis,
            format_func=lambda basis: say[f"basis_{basis}"],
            required=True,
            key="basis",
            label_visibility="collapsed",
            width="stretch",
        )
        st.markdown(f"###### {say['agreement_heading']}")
        agreements = _ticked(
            {agreement: say[f"agreement_{agreement}"] for agreement in AGREEMENTS}, view.agreements, "agreement"
        )
        with st.expander(say["more_filters"], expanded=bool(view.actors or view.places or view.kinds)):
            actors = _chosen(
                "actors", {key: actor.name.say(view.language) for key, actor in atlas.actors.items()}, view
            )
            places = _chosen(
                "places", {key: place.name.say(view.language) for key, place in atlas.places.items()}, view
            )
            kinds = _chosen("kinds", {kind: say[f"kind_{kind}"] for kind in KINDS}, view)
            certain = st.toggle(say["certainty_label"], view.certainty == "certainly", key="certain")
        st.button(say["clear_filters"], on_click=_clear, args=(atlas,), key="clear", width="stretch")
    return change_view(
        words=search.strip(),
        themes=themes,
        basis=basis or "essay",
        agreements=agreements,
        actors=actors,
        places=places,
        kinds=kinds,
        certainty="certainly" if certain else "possibly",
    )


def _ticked(labels: dict[str, str], chosen: tuple[str, ...], group: str) -> tuple[str, ...]:
    """Draw a box for each label; return the ticked ones, or nothing where all are ticked."""
    ticked = tuple(
        key
        for key, label in labels.items()
        if st.checkbox(_plain(label), not chosen or key in chosen, key=f"{group}-{key}")
    )
    return () if len(ticked) == len(labels) else ticked or NOTHING


def _chosen(field: str, labels: dict[str, str], view: View) -> tuple[str, ...]:
    say = words(view.language)
    before = [key for key in getattr(view, field) if key in labels]
    options = sorted(labels, key=lambda key: labels[key])
    chosen = st.multiselect(
        say[f"{field}_label"], options, before, format_func=labels.__getitem__, placeholder=say["any_label"], key=field
    )
    return tuple(chosen)


def _plain(label: str) -> str:
    """Return a label in which Markdown finds nothing to mark up."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()#+-.!|<>~:$" else sign for sign in label)


def _clear(atlas: Atlas) -> None:
    for theme in atlas.themes:
        st.session_state[f"theme-{theme}"] = True
    for agreement in AGREEMENTS:
        st.session_state[f"agreement-{agreement}"] = True
    st.session_state.update(words="", actors=[], places=[], kinds=[], certain=False)
