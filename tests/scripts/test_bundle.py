"""Modules joined into one script: in the order in which they need each other, each once, and no name twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.browser import bundle

APP = bundle.FOLDER.parent
NAMED = {name for path in APP.rglob("*.py") for name in re.findall(r'"([\w/]+\.js)"', path.read_text(encoding="utf-8"))}
ENTRIES = sorted(name for name in NAMED if (bundle.FOLDER / name).is_file())
"""The modules that Python sends, each with what it imports."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(bundle, "FOLDER", tmp_path)
    for joined in (bundle.module, bundle.script):
        joined.cache_clear()
    return tmp_path


def write(folder: Path, **modules: str) -> None:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")


def test_what_is_imported_comes_before_what_imports_it_and_once(folder: Path) -> None:
    write(
        folder,
        a='import { b } from "./b.js";\nimport { c } from "./c.js";\nexport const a = b + c;\n',
        b='import { c } from "./c.js";\nexport const b = c;\n',
        c="export const c = 1;\n",
    )
    assert bundle.module("a.js") == "const c = 1;\n\nconst b = c;\n\nconst a = b + c;\nexport { a };\n"
    assert "export" not in bundle.script("a.js")


def test_modules_that_import_each_other_are_joined_too(folder: Path) -> None:
    write(
        folder,
        a='import { b } from "./b.js";\nexport function a() {}\n',
        b='import { a } from "./a.js";\nexport function b() {}\n',
    )
    assert [path.name for path in bundle.modules_of("a.js")] == ["b.js", "a.js"]


def test_a_table_is_joined_under_its_files_name(folder: Path) -> None:
    (folder / "table.json").write_text('{"a": 1}', encoding="utf-8")
    write(folder, a='import TABLE from "./table.json" with { type: "json" };\nexport const a = TABLE.a;\n')
    assert bundle.script("a.js") == 'const TABLE = {"a": 1};\n\nconst a = TABLE.a;\n'


def test_a_name_that_two_modules_declare_is_refused(folder: Path) -> None:
    write(folder, a='import { b } from "./b.js";\nconst same = b;\n', b="export const b = 1;\nfunction same() {}\n")
    with pytest.raises(bundle.BundleError, match=r"b\.js and a\.js both declare 'same'; rename one of them"):
        bundle.script("a.js")


@pytest.mark.parametrize(
    "line", ['import * as b from "./b.js";', 'import { b as c } from "./b.js"; // c', 'import "./b.js";']
)
def test_an_import_that_cannot_be_joined_is_refused(folder: Path, line: str) -> None:
    write(folder, a=f"{line}\n", b="export const b = 1;\n")
    with pytest.raises(bundle.BundleError, match="write import"):
        bundle.script("a.js")


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_module_of_the_browser_can_be_joined(entry: str) -> None:
    joined = bundle.module(entry)
    assert "import " not in joined.partition("\n")[0]
    assert len(bundle.modules_of(entry)) == len(set(bundle.modules_of(entry)))


def test_a_page_the_map_and_a_slide_are_sent() -> None:
    assert {"page.js", "map/index.js"} <= set(ENTRIES)
    assert any(entry.startswith("slide/") for entry in ENTRIES)


def test_every_module_is_sent_by_some_entry() -> None:
    sent = {path for entry in ENTRIES for path in bundle.modules_of(entry)}
    assert set(bundle.FOLDER.rglob("*.js")) - sent == set()
