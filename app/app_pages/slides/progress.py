"""How far a file is that is being made, and the file."""

from __future__ import annotations

from base64 import b64encode

import streamlit as st

from app.link.component import panel
from app.link.exports import Origin, current_export, stop_watching, watch
from app.slides.queue.export_process import Export
from app.words import counted, words

MIME_TYPES = {
    "png": "image/png",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "html": "text/html",
}
LOOK_AGAIN_S = 0.5
"""How often the page looks how far a file is."""


def show_progress(origin: Origin, language: str) -> None:
    """Draw progress and download of a file below the button that asked for it."""
    export = current_export(origin)
    st.fragment(_progress, run_every=LOOK_AGAIN_S if export and export.under_way else None)(origin, language)


def _progress(origin: Origin, language: str) -> None:
    """Draw how far the file is; once there is one, or none, the page is drawn anew and looks no more."""
    say, export = words(language), current_export(origin)
    if not export:
        return
    if export.under_way:
        watch()
        done, of = export.pictures, export.job.pictures
        waiting = export.state == "waiting"
        text = say["slides_waiting"] if waiting else counted(language, "slides_progress", of, done=done)
        st.progress(done / of if of else 0.0, text=text)
        st.button(say["slides_cancel"], on_click=export.cancel, key="cancel-export")
        return
    if stop_watching():
        st.rerun()
    if export.state == "made":
        _download(export, say["slides_download_deck" if origin == "deck" else "slides_download"])
    elif export.state == "cancelled":
        st.info(say["slides_cancelled"])
    else:
        st.error(say[f"slides_{export.failure}"])
        if export.reason:
            st.text(export.reason)


def _download(export: Export, label: str) -> None:
    """Give the file to the browser, on the connection of its session.

    st.download_button has it fetched by another request, which a proxy may send to a process that does not have it.
    """
    file = {
        "name": export.name,
        "type": MIME_TYPES[export.job.suffix],
        "content": b64encode(export.content).decode(),
        "label": label.format(name=export.name),
    }
    panel("download", key="download-export", data={"file": file})
