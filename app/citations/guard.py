"""Which computers a request may reach: a page of the public web must not lead into a private network.

The address of a redirect is untrusted. Its host is judged by the number that the connection really has, not by
its name, which may stand for another number a moment later.
"""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

Judge = Callable[[str], bool]
"""Takes the number of a computer, and says whether it is on the public network."""


class NotPublicError(Exception):
    """Raised instead of sending anything to a computer that must not be asked."""


def is_public(number: str) -> bool:
    """Return True for the number of a computer on the public network."""
    return bool(_address(number).is_global)


def is_private_by_name(host: str) -> bool:
    """Return True where the host's name or number alone says that it is not on the public network."""
    name = host.strip("[]").rstrip(".").lower()
    try:
        return not is_public(name)
    except ValueError:
        return "." not in name or name.endswith((".localhost", ".local", ".internal"))


class Guard:
    """Watches the connections of one chain of redirects."""

    def __init__(self, judge: Judge = is_public) -> None:
        """Begin with a chain that has reached nothing yet."""
        self._judge = judge
        self._socket: socket.socket | None = None
        self.public_only = False
        """True once the chain has been on the public network, which it must not leave from then on."""

    def admit(self, connected: socket.socket) -> socket.socket:
        """Return the socket where it may be used; raise NotPublicError else, before anything is sent."""
        number = str(connected.getpeername()[0])
        public = self._judge(number)
        if (self.public_only and not public) or _address(number).is_link_local:
            connected.close()
            raise NotPublicError
        self.public_only |= public
        return connected

    def watch(self, connected: socket.socket | None) -> None:
        """Remember what `cut` has to cut."""
        self._socket = connected

    def cut(self) -> None:
        """End the connection that is under way: whoever waits for it gets an error."""
        if self._socket:
            with contextlib.suppress(OSError):
                # Not the method of a TLS socket, which would say good-bye first and wait for the answer.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


class GuardedAdapter(HTTPAdapter):
    """Sends requests over connections that a guard has admitted. A proxy's connections are the proxy's business."""

    def __init__(self, guard: Guard) -> None:
        """Send over connections that `guard` admits, each request once."""
        self._guard = guard
        super().__init__(max_retries=0)

    def init_poolmanager(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401, as the base class has it
        """Let every connection be made by a class that asks the guard."""
        super().init_poolmanager(*arguments, **named)
        self.poolmanager.pool_classes_by_scheme = _guarded_pools(self._guard)


def _guarded_pools(guard: Guard) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            connected = guard.admit(super()._new_conn())
            guard.watch(connected)
            return connected

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            connected = guard.admit(super()._new_conn())
            guard.watch(connected)
            return connected

        def connect(self) -> None:
            super().connect()
            guard.watch(self.sock)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _address(number: str) -> Any:  # noqa: ANN401, one of two classes with the same properties
    address = ip_address(number.partition("%")[0])
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
