"""The titles of a page: read from its first bytes in the page's own encoding, and compared with the table's."""

from __future__ import annotations

import codecs
import contextlib
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

import charset_normalizer
from lxml import etree, html

from app.model.text.untrusted_text import one_line

_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_AS_BROWSERS_READ = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "x-sjis": "cp932", "shift_jis": "cp932",
    "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8",
}  # fmt: skip
"""What the HTML standard reads under names that pages give: who can read the name in UTF-16 has no need of it."""
_SAMPLE = 50_000
"""Maximum bytes examined to find the encoding of a page that does not name it."""
_BETWEEN_PARTS = re.compile(r"\s+[-–—|•·:/«»~]+\s+|\s*[|•»«]+\s*|\s*[:：]{2}\s*|\s+[-–—]+|[-–—]+\s+")
"""What stands between the title of an article and the name of its site."""
_CUT = re.compile(r"\s*(\.\.\.|…)\s*$")
_LEAST_OF_A_CUT_TITLE = 15
"""Minimum letters that must be left of a title that is cut off for it to be compared."""


def page_titles(body: bytes, content_type: str) -> list[str]:
    """Return the titles that a page gives itself, for shares and for the browser's tab, each once."""
    # A zero byte would end the text for the parser, and half a character cannot be encoded.
    text = _decoded(body, content_type).replace("\0", " ").encode("utf-8", errors="replace")
    if not text.strip():
        return []
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError):
        return []
    found = [str(value) for value in root.xpath("//meta[@property='og:title' or @name='og:title']/@content")]
    found += [title.text_content() for title in root.xpath("//title[not(ancestor::svg)]")[:1]]
    return list(dict.fromkeys(title for title in map(one_line, found) if title))


def same_title(listed: str, of_page: str) -> bool:
    """Return True where both are one title, whatever their case, punctuation and the names of sites beside them."""
    table, page = folded(listed), folded(of_page)
    if not table or not page:
        return False
    if table == page or table in set(_variants(of_page)) or page in set(_variants(listed)):
        return True
    return _is_cut_from(listed, of_page) or _is_cut_from(of_page, listed)


def folded(title: str) -> str:
    """Return the letters and figures of a title, in one case and without the marks on them, as words."""
    letters = unicodedata.normalize("NFKD", title.casefold().replace("\u0640", ""))
    kept = (sign for sign in letters if not unicodedata.combining(sign) and sign not in "'’‘ʼ`´")
    return " ".join("".join(sign if sign.isalnum() else " " for sign in kept).split())


def _variants(title: str) -> Iterator[str]:
    """Yield the title without the parts at its end or its beginning, in which a site may name itself."""
    cuts = [match.span() for match in _BETWEEN_PARTS.finditer(title)]
    for start, end in cuts:
        yield folded(title[:start])
        yield folded(title[end:])
    for first, last in pairwise(cuts):
        yield folded(title[first[1] : last[0]])


def _is_cut_from(cut: str, whole: str) -> bool:
    if not _CUT.search(cut):
        return False
    beginning = folded(_CUT.sub("", cut))
    return len(beginning) >= _LEAST_OF_A_CUT_TITLE and folded(whole).startswith(beginning)


def _decoded(body: bytes, content_type: str) -> str:
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body.decode(encoding, errors="replace")
    of_header = re.search(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", content_type, re.IGNORECASE)
    of_page = _XML_CHARSET.search(body[:1024]) or _META_CHARSET.search(body[:8192])
    named = [of_header[1]] if of_header else []
    named += [of_page[1].decode("ascii", errors="replace")] if of_page else []
    for name in named:
        encoding = _AS_BROWSERS_READ.get(name.lower(), name)
        # Not every codec that Python knows is one of text.
        with contextlib.suppress(LookupError, ValueError):
            return body.decode(encoding, errors="replace")
    try:
        # The body may end within a character.
        return codecs.getincrementaldecoder("utf-8")("strict").decode(body)
    except UnicodeDecodeError:
        best = charset_normalizer.from_bytes(body[:_SAMPLE]).best()
        return body.decode(best.encoding if best else "cp1252", errors="replace")
