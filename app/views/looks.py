"""What the atlas is shown in, beside its data: languages, words, palettes, and the fields of the View."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from app.model.chronology.view import DEFAULT_VIEW, NOTHING, VIEW_FIELDS
from app.model.text.language import LANGUAGES
from app.views.colours import FONT_FAMILY, PALETTES, strengthened
from app.words import words


def looks(languages: Sequence[str] = tuple(LANGUAGES)) -> dict[str, Any]:
    """Return it as plain data, with the words of these languages."""
    return {
        "languages": [asdict(language) for language in LANGUAGES.values()],
        "words": {code: words(code) for code in languages},
        "palettes": {name: asdict(palette) for name, palette in PALETTES.items()},
        "strong_palettes": {name: asdict(strengthened(palette)) for name, palette in PALETTES.items()},
        "fields": [
            {
                "parameter": each.parameter,
                "name": each.name,
                "kind": each.kind,
                "allowed": each.allowed,
                "old": each.old,
                "most": each.most,
                "default": _as_plain(getattr(DEFAULT_VIEW, each.name)),
            }
            for each in VIEW_FIELDS
        ],
        "nothing": NOTHING,
        "font": f'{FONT_FAMILY}, "Source Sans", sans-serif',  # as Streamlit has it, whose font has more signs
    }


def _as_plain(value: Any) -> Any:  # noqa: ANN401, any field of the View
    return value.toordinal() if isinstance(value, date) else value
