"""Every word of the interface is said somewhere in the program."""

from __future__ import annotations

import re
from functools import cache

import pytest

from app.words import FOLDER, words

PROGRAM = FOLDER.parent
BEGINNINGS = re.compile(r"""["'`]([a-z]+(?:_[a-z]+)*_)(?:\$?\{|["'`])""")
"""How a key is begun that the rest is put to: `kind_${kind}`, f"kind_{kind}" or "kind_"."""
ENDINGS = re.compile(r"""["'`]\$?\{[^{}"'`]+\}((?:_[a-z]+)+)["'`]""")
"""How a key is ended that begins with a name: `${field}_label`."""


@cache
def program() -> str:
    """Return the text of every script and module but the words themselves."""
    paths = (path for suffix in ("py", "js", "html") for path in sorted(PROGRAM.rglob(f"*.{suffix}")))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths if path.parent != FOLDER)


@cache
def put_together() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the beginnings and the endings with which the program puts keys together."""
    return tuple(set(BEGINNINGS.findall(program()))), tuple(set(ENDINGS.findall(program())))


def said(key: str) -> bool:
    """Return True where the program names a key, or puts it together from a beginning or an ending and the rest."""
    beginnings, endings = put_together()
    return bool(re.search(rf"\b{key}\b", program())) or key.startswith(beginnings) or key.endswith(endings)


@pytest.mark.parametrize("key", sorted({key.partition(".")[0] for key in words("en")}))
def test_a_word_is_said_somewhere(key: str) -> None:
    assert said(key), f"delete '{key}' from app/words, or say it"


def test_a_key_that_nobody_names_is_noticed() -> None:
    assert not said("word_that_nobody_says")
    assert {"kind_", "date_from_"} <= set(put_together()[0])
