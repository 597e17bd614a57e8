"""Joins an ES module and what it imports into one script: a page asks for one file, and nothing has to be built.

The modules keep their names and share one scope. So two of them may not declare the same name at their top level,
names are imported as they are called, and every import and export begins its line.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
_IMPORT = re.compile(r'^import (?P<names>\{[^}]*\}|\w+) from "(?P<path>[^"]+)"(?: with \{[^}]*\})?;\n', re.MULTILINE)
_ANY_IMPORT = re.compile(r"^import\b.*", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)
_DECLARED = re.compile(
    r"^(?:export )?(?:async )?(?:function\*?|const|let|class) ([\w$]+|[\[{][^=]*[\]}])", re.MULTILINE
)


class BundleError(Exception):
    """A module cannot be joined with the others; the message names the file and what to change."""


@cache
def script(entry: str) -> str:
    """Return the module `entry`, a path within this folder, and its imports as one classic script without exports."""
    return _EXPORT.sub("", _joined(entry))


@cache
def module(entry: str) -> str:
    """Return the same as one ES module that exports what `entry` does."""
    own = (FOLDER / entry).read_text(encoding="utf-8")
    exported = [name for line in re.findall(r"^export .*", own, re.MULTILINE) for name in declared(line)]
    body = _EXPORT.sub("", _joined(entry))
    return body + (f"export {{ {', '.join(exported)} }};\n" if exported else "")


@cache
def stylesheet(*names: str) -> str:
    """Return stylesheets, by their paths within this folder, one after the other."""
    return "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in names)


def modules_of(entry: str) -> list[Path]:
    """Return the files that `entry` imports, directly or not, each after its own imports; `entry` is last."""
    order: list[Path] = []
    _visit((FOLDER / entry).resolve(), set(), order)
    return order


def declared(text: str) -> list[str]:
    """Return the names that a module declares at its top level."""
    return [name for found in _DECLARED.finditer(text) for name in re.findall(r"[\w$]+", found[1])]


def _visit(path: Path, seen: set[Path], order: list[Path]) -> None:
    """Add `path` to `order` behind its imports; of modules that import each other the first one visited is last."""
    if path in seen:
        return
    seen.add(path)
    if path.suffix == ".js":
        for found in _IMPORT.finditer(path.read_text(encoding="utf-8")):
            _visit((path.parent / found["path"]).resolve(), seen, order)
    order.append(path)


def _joined(entry: str) -> str:
    texts: list[str] = []
    owners: dict[str, Path] = {}
    for path in modules_of(entry):
        text = _as_text(path)
        for name in declared(text):
            if name in owners:
                where = " and ".join(_named(each) for each in (owners[name], path))
                raise BundleError(f"{where} both declare '{name}'; rename one of them")
            owners[name] = path
        texts.append(text)
    return "\n".join(texts)


def _as_text(path: Path) -> str:
    if path.suffix == ".json":
        return f"const {path.stem.upper()} = {path.read_text(encoding='utf-8')};\n"
    text = _IMPORT.sub("", path.read_text(encoding="utf-8"))
    if left := _ANY_IMPORT.search(text):
        raise BundleError(f"{_named(path)}: '{left[0]}' cannot be joined; write import {{ name }} from")
    return text


def _named(path: Path) -> str:
    """Return a file as messages name it: a table that a module imports may lie outside this folder."""
    return str(path.relative_to(FOLDER)) if path.is_relative_to(FOLDER) else path.name
