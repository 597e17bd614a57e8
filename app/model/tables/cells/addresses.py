"""Web addresses in cells: what is no address at all, and what an editor should mend although the link opens."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from app.model.text.quoting import quoted

NO_ADDRESS = "it begins with https:// or http:// and has no spaces"
_WHOLE = re.compile(r"https?://[^\s/<>\"']+\.[^\s<>\"]+")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):(?!\d)")
_SECOND_ADDRESS = re.compile(r"[^/=?&#]https?://|[\s;,،؛|]+www\.")
"""Where a second address begins; an archive or a share link may hold one behind `/`, `=`, `?`, `&` or `#`."""
_TRAILING = re.compile(r"[.,;:!،؛؟*'\u2018-\u201f«»\u2026]+$|[)\]}>]+[.,;:!]*$|[.,;:!]+[)\]}>]+$")
_PAIRS = {")": "(", "]": "[", "}": "{"}
_TRACKING = re.compile(
    r"utm_\w+|ns_(mchannel|campaign|source|linkname|fee)|at_(medium|campaign|link_\w+|custom\d|format|ptr_name|bbc_team)"
    r"|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_cid|mc_eid|ito"
    r"|cmpid|cmp_id|ocid|smid|smtyp|spm|_ga|_gl|vero_id|mkt_tok|xtor|srsltid|ref_src|ref_url|guccounter"
    r"|guce_referrer(_sig)?|__twitter_impression|_hsenc|_hsmi|wt\.mc_id",
    re.IGNORECASE,
)
"""Names of query parameters that say who sent the reader, and nothing about the page."""
_BACK_OFFICE_LABELS = frozenset((
    "manage", "manager", "admin", "administrator", "cms", "wp-admin", "backend", "backoffice", "back-office", "editor",
    "editorial", "staging", "stage", "stg", "test", "tests", "testing", "dev", "develop", "devel", "development", "uat",
    "preprod", "pre-prod", "preview", "draft", "intranet", "internal", "api", "origin", "sandbox",
))  # fmt: skip
"""First parts of host names with which a publisher marks what is not for readers."""
_NOT_PUBLIC_DOMAINS = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "test", "invalid")
"""Last parts of host names that no reader's computer finds."""
_DELIVERY_DOMAINS = (
    "arc-cdn.net", "cloudfront.net", "azureedge.net", "akamaized.net", "akamaihd.net", "edgekey.net", "edgesuite.net",
    "fastly.net", "b-cdn.net", "wpengine.com", "wpenginepowered.com", "kinsta.cloud", "pantheonsite.io",
    "pangea-cms.com",
)  # fmt: skip
"""Hosts of content delivery networks and content management systems, behind which the publisher's own host stands."""


def address_fault(cell: str) -> str:
    """Return why the cell is not one web address that a browser can open, or nothing."""
    if _SECOND_ADDRESS.search(cell) and re.match(r"(https?://|www\.)", cell):
        return f"{quoted(cell)} holds two addresses; write one address a row"
    if _WHOLE.fullmatch(cell):
        return _host_fault(cell)
    scheme = _SCHEME.match(cell)
    if scheme and scheme[1].lower() not in ("http", "https"):
        return f"{quoted(cell)} begins with '{scheme[1]}:' and is no web page; give one with https:// or http://"
    if re.match(r"https?://\S+\s", cell):
        return f"{quoted(cell)} has a space in it; write %20 for it, or one address a row"
    return f"{quoted(cell)} is no web address; {NO_ADDRESS}"


def address_remark(cell: str) -> str:
    """Return what should be mended in an address that can be opened as it is, or nothing."""
    if trailing := _trailing(cell):
        encoded = "".join(f"%{byte:02X}" for byte in trailing.encode())
        mend = f"delete it, or write {encoded} for it where it belongs to the address"
        return f"the address ends with '{trailing}', which looks like the text's punctuation; {mend}"
    parts = _split(cell)
    if parts is None:
        return ""
    if tracking := _tracking_names(parts):
        return f"'{tracking[0]}' only tells who sent the reader; write {without_tracking(cell)}"
    if why := not_public(parts.hostname or ""):
        return f"{quoted(parts.hostname or '')} {why}; write the address that every reader can open"
    return ""


def without_tracking(address: str) -> str:
    """Return the address without the parameters that only say who sent the reader."""
    parts = urlsplit(address)
    query = "&".join(part for part in parts.query.split("&") if part and not _is_tracking(part))
    fragment = parts.fragment
    if _is_tracking(fragment):
        fragment = "&".join(part for part in fragment.split("&") if not _is_tracking(part))
    return parts._replace(query=query, fragment=fragment).geturl()


def not_public(host: str) -> str:
    """Return why a host is not one for every reader, as the end of a sentence; nothing where it is."""
    host = host.lower().rstrip(".")
    if _is_private_number(host):
        return "is a number of a private network"
    labels = host.split(".")
    if labels[-1] in _NOT_PUBLIC_DOMAINS:
        return "is a name of a private network"
    if any(host == domain or host.endswith(f".{domain}") for domain in _DELIVERY_DOMAINS):
        return "is a delivery network's or a publishing system's host"
    before = labels[: -_own_labels(labels)]
    hidden = [label for label in before if label in _BACK_OFFICE_LABELS or _compound(label)]
    return f"looks like a publisher's back office ('{hidden[0]}')" if hidden else ""


def _compound(label: str) -> bool:
    """Return True for labels such as `staging-www` or `cms2`, which name the back office in one of their parts."""
    words = [word.rstrip("0123456789") for word in label.split("-")]
    sure = {"admin", "cms", "staging", "preprod", "backend", "backoffice", "preview", "dev", "test"}
    return bool(sure.intersection(words))


def _own_labels(labels: list[str]) -> int:
    """Return how many labels from the end are the publisher's own name, as in `test.de` and `dev.co.uk`."""
    second_is_generic = len(labels) > 2 and labels[-2] in ("ac", "co", "com", "edu", "gov", "mil", "net", "org", "gob")
    return 3 if second_is_generic and len(labels[-1]) == 2 else 2


def _host_fault(cell: str) -> str:
    parts = _split(cell)
    if parts is None or not parts.hostname:
        return f"{quoted(cell)} is no web address; look for a mistake between https:// and the next /"
    if "@" in parts.netloc:
        return f"{quoted(cell)} has a user's name before the host; write the address without what stands before '@'"
    return ""


def _split(cell: str) -> SplitResult | None:
    try:
        parts = urlsplit(cell)
        _ = parts.port  # raises where it is no number
    except ValueError:
        return None
    return parts


def _tracking_names(parts: SplitResult) -> list[str]:
    given = [*parts.query.split("&"), *parts.fragment.split("&")]
    return [part.partition("=")[0] for part in given if _is_tracking(part)]


def _is_tracking(parameter: str) -> bool:
    return "=" in parameter and is_tracking_name(parameter.partition("=")[0])


def is_tracking_name(name: str) -> bool:
    """Return True where a query parameter of this name says who sent the reader, and nothing about the page."""
    return _TRACKING.fullmatch(name) is not None


def _trailing(cell: str) -> str:
    """Return the signs at the end that belong to a sentence, not to an address; brackets that are opened may close."""
    found = _TRAILING.search(cell)
    if not found:
        return ""
    signs = found[0]
    closing = signs[0]
    if len(signs) == 1 and closing in _PAIRS and cell.count(_PAIRS[closing]) >= cell.count(closing):
        return ""
    return signs


def _is_private_number(host: str) -> bool:
    try:
        return not ip_address(host.strip("[]")).is_global
    except ValueError:
        return False
