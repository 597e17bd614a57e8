"""Why no page came, in words of our own: what servers and libraries say is for programmers, or a stranger's."""

from __future__ import annotations

import requests
from urllib3.exceptions import MaxRetryError, NameResolutionError, NewConnectionError

OUT_OF_TIME = "no answer within {seconds} s"
"""The reason of a time-out, with a blank for the seconds."""


_REASONS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str, bool], ...] = (
    (NameResolutionError, "there is no such host, or the network is down", True),
    (requests.exceptions.SSLError, "its certificate or its encryption is not accepted", True),
    (requests.exceptions.ProxyError, "the proxy does not let the request through", True),
    (requests.Timeout, OUT_OF_TIME, False),
    (ConnectionRefusedError, "the host refuses the connection", True),
    (NewConnectionError, "the host cannot be reached", True),
    ((requests.exceptions.InvalidURL, UnicodeError), "it is no address that can be asked", True),
)
"""By kind of error, the first that fits: the reason, and whether it holds for everybody."""
_UNKNOWN = ("the connection was closed without an answer", False)


def failure_of(error: Exception) -> tuple[str, bool]:
    """Return why a request failed, and whether it is certain that there is no page for anybody else either."""
    causes = _causes(error)
    fitting = (
        (reason, certain) for kind, reason, certain in _REASONS if any(isinstance(cause, kind) for cause in causes)
    )
    return next(fitting, _UNKNOWN)


def _causes(error: BaseException) -> list[BaseException]:
    """Return the error with all that it was raised from, and that urllib3 keeps in `reason`."""
    found: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting and len(found) < 20:
        cause = waiting.pop()
        if cause is None or cause in found:
            continue
        found.append(cause)
        waiting += [cause.__cause__, cause.__context__]
        waiting += [argument for argument in cause.args if isinstance(argument, BaseException)]
        if isinstance(cause, MaxRetryError):
            waiting.append(cause.reason)
    return found
