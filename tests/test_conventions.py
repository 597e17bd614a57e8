"""What must stand in one place of the program and nowhere else, looked for in its text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

APP = Path(__file__).parents[1] / "app"
WRITES = r"(?:\.(?:from_dict|update|clear|pop|setdefault)\(|\[[^\]]*\] *=(?!=)| *=(?!=))"


def lines_with(pattern: str, *suffixes: str, under: Path = APP, but: tuple[str, ...] = ()) -> list[str]:
    """Return the lines of the program that a pattern is found in, but for those of some files."""
    found = []
    for path in sorted(path for suffix in suffixes for path in under.rglob(f"*.{suffix}")):
        name = path.relative_to(APP).as_posix()
        if name in but:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if re.search(pattern, line):
                found.append(f"{name}:{number}: {line.strip()}")
    return found


def test_nothing_asks_whether_a_language_is_arabic() -> None:
    assert lines_with(r"""[!=]=?= *["']ar["']|["']ar["'] *[!=]=""", "py", "js", but=("model/text/language.py",)) == []


def test_one_file_keeps_what_is_the_readers_in_the_session() -> None:
    assert lines_with(r"\bsession_state\b", "py", but=("link/session.py",)) == []


def test_python_never_writes_the_address() -> None:
    assert lines_with(rf"\bquery_params{WRITES}", "py") == []


def test_one_file_of_the_browser_writes_the_address() -> None:
    ours = r"\b(?:window|document|page|parent|top|self|globalThis)\.location"
    writes = rf"\b(?:pushState|replaceState)\b|{ours}\.(?:assign|replace)\(|{ours}(?:\.\w+)? *=(?!=)"
    assert lines_with(writes, "js", but=("browser/core/page_address.js",)) == []


def test_nothing_is_sent_over_a_channel() -> None:
    assert lines_with(r"\bBroadcastChannel\b", "js", "html", "py") == []


def test_one_file_knows_streamlits_colours() -> None:
    assert lines_with("--st-", "js", "css", "html", but=("browser/core/theme.js",)) == []


@pytest.mark.parametrize(
    ("line", "pattern"),
    [
        ("st.query_params.from_dict(wanted)", rf"\bquery_params{WRITES}"),
        ('st.query_params["lang"] = "ar"', rf"\bquery_params{WRITES}"),
        ("st.query_params.update(a=1)", rf"\bquery_params{WRITES}"),
    ],
)
def test_what_is_looked_for_would_be_found(line: str, pattern: str) -> None:
    assert re.search(pattern, line)
    assert not re.search(rf"\bquery_params{WRITES}", "view_from_url(st.query_params.to_dict())")
