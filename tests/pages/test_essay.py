"""The essay page without a browser."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.conftest import PROJECT


def test_every_paragraph_stands_under_its_number_with_links_to_its_events() -> None:
    test = AppTest.from_file(str(PROJECT / "app" / "frame.py"), default_timeout=60)
    test.run()
    test.switch_page("app_pages/essay.py").run()
    assert not test.exception
    pages = "".join(element.proto.body for element in test.get("html"))
    assert all(f'id="paragraph-{number}"' in pages for number in range(1, 33))
    assert "selected=shatri-damascus-first" in pages
