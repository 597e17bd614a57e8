"""A server that may take minutes to answer: it reads its tables first, and here they are thousands of events."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from tests import server

PATIENCE_SECONDS = 600.0


@contextmanager
def serving_tables(folder: Path, target: str = "app") -> Iterator[str]:
    """Run a Streamlit script on the tables of `folder`; yield its address once it answers."""
    with (
        patch.object(server._wait_for, "__defaults__", (PATIENCE_SECONDS,)),
        server.serving(target, {"ATLAS_DATA_FOLDER": str(folder)}) as address,
    ):
        yield address
