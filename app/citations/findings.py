"""What an answer means for the table: a page that is dead, has moved, has changed its title, or cannot be judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from app.citations.asking import Answer
from app.citations.cited import Cited
from app.citations.titles import same_title
from app.model.tables.schema import REPORTS
from app.model.text.quoting import visible
from app.model.text.untrusted_text import one_line

DEAD, MOVED, CHANGED, UNCLEAR = "dead", "moved", "changed", "unclear"
_MAY_BE_THERE = {
    401: "asks for a password",
    402: "asks for payment",
    403: "refuses programs, and perhaps not readers",
    407: "asks for a password of the proxy",
    429: "has been asked too often",
    451: "is withheld for legal reasons from where it was asked",
}
"""What is no answer about the page: a person with a browser may see it."""


@dataclass(frozen=True)
class Finding:
    """One thing that an editor should look at."""

    kind: str
    """dead, moved, changed or unclear."""
    url: str
    """Address as the table has it."""
    reason: str
    """What was found, as the rest of a sentence that begins with the address; made harmless."""
    ids: tuple[str, ...]
    """Rows that cite the address."""
    lines: tuple[int, ...]
    """Their lines in the file."""
    status: int = 0
    """HTTP status; 0 where there was no answer."""
    new_url: str = ""
    """Where it has moved."""
    listed_title: str = ""
    """The title that the table has."""
    page_title: str = ""
    """The title that the page has."""

    def __str__(self) -> str:
        lines = ",".join(map(str, self.lines))
        return visible(f"{REPORTS.file}:{lines}: {self.kind}: {self.url} {self.reason}")


def findings(cited: Cited, answer: Answer) -> Iterator[Finding]:
    """Yield what an editor should know of an address that was asked."""
    if kind_and_reason := _without_page(answer):
        kind, reason = kind_and_reason
        yield _finding(cited, kind, reason, answer)
        return
    if answer.moved_to:
        new = one_line_address(answer.moved_to)
        home = urlsplit(new).path in ("", "/") and urlsplit(cited.url).path not in ("", "/")
        remark = ", the home page: the page itself may be gone" if home else ""
        yield _finding(cited, MOVED, f"has moved to {new}{remark}", answer, new_url=new)
    for title in cited.titles:
        if answer.titles and not any(same_title(title, of_page) for of_page in answer.titles):
            now = answer.titles[0]
            reason = f"has the title “{now}”, and the table “{one_line(title)}”"
            yield _finding(cited, CHANGED, reason, answer, listed_title=title, page_title=now)


def one_line_address(address: str) -> str:
    """Return an address that a server gave, without what could command a terminal, and cut where it is very long."""
    shown = visible(address)
    return shown if len(shown) <= 2000 else f"{shown[:2000]}…"


def _without_page(answer: Answer) -> tuple[str, str] | None:
    """Return kind and reason where there is no page to speak of."""
    if answer.failure:
        return (DEAD if answer.certain else UNCLEAR), f"gives no page: {answer.failure}"
    if answer.status in _MAY_BE_THERE:
        return UNCLEAR, f"{_MAY_BE_THERE[answer.status]} ({answer.says_status})"
    if answer.status >= 500:
        return UNCLEAR, f"has an error of its server ({answer.says_status}); ask again later"
    if not 200 <= answer.status < 300:
        return DEAD, f"has no page ({answer.says_status})"
    return None


def _finding(cited: Cited, kind: str, reason: str, answer: Answer, **more: str) -> Finding:
    listed = more.get("listed_title", "")
    rows = [citation for citation in cited.citations if not listed or citation.title == listed]
    ids, lines = tuple(row.id for row in rows), tuple(row.line for row in rows)
    return Finding(kind, cited.url, reason, ids, lines, answer.status, **more)
