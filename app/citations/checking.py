"""All addresses, several hosts at a time: one after another within a host."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Event

from app.citations.asking import Asker
from app.citations.cited import Cited
from app.citations.findings import Finding, findings

MAX_HOSTS_AT_ONCE = 8


def check_addresses(addresses: Sequence[Cited], asker: Asker) -> Iterator[tuple[Cited, list[Finding]]]:
    """Yield each address with what was found, as answers come; closing the iterator ends the asking."""
    by_host: dict[str, list[Cited]] = defaultdict(list)
    for cited in addresses:
        by_host[cited.host].append(cited)
    stop = Event()

    def ask_host(all_of_host: list[Cited]) -> list[tuple[Cited, list[Finding]]]:
        return [(cited, _ask(cited, asker)) for cited in all_of_host if not stop.is_set()]

    # The host with the most addresses takes longest, and begins first.
    hosts = sorted(by_host.values(), key=len, reverse=True)
    executor = ThreadPoolExecutor(MAX_HOSTS_AT_ONCE)
    try:
        for done in as_completed([executor.submit(ask_host, each) for each in hosts]):
            yield from done.result()
    finally:
        stop.set()
        executor.shutdown(cancel_futures=True)


def _ask(cited: Cited, asker: Asker) -> list[Finding]:
    return list(findings(cited, asker.ask(cited.url, with_titles=bool(cited.titles))))
