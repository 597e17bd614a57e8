"""A problem in a table: where it is and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault that an editor can find and mend."""

    file: str
    """File name inside the data folder, such as `events.csv`."""
    line: int
    """Line in the file, counted from 1 as a text editor does; 0 for the file as a whole."""
    column: str
    """Column name; empty where the fault is the row's or the file's."""
    message: str
    """What is wrong and how to mend it."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return visible(f"{place}: {self.column}: {self.message}" if self.column else f"{place}: {self.message}")


def visible(text: str) -> str:
    r"""Return `text` with each character that shows nothing or commands a terminal written as `\u202e`."""
    return "".join(letter if letter.isprintable() else _escaped(letter) for letter in text)


def quoted(text: str, most: int = 60) -> str:
    """Return `text` between quotation marks for a message, cut after `most` characters."""
    return f"'{text}'" if len(text) <= most else f"'{text[:most]}…'"


def _escaped(letter: str) -> str:
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"
