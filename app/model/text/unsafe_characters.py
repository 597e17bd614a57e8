"""Classes of characters that are unsafe in text, for the square brackets of a regular expression.

Arabic and Persian are written with joiners and plain direction marks: those are in none of the classes.
"""

from __future__ import annotations

CONTROLS = r"\x00-\x1f\x7f-\x9f"
"""Control characters, line breaks and tabs among them."""
LINE_SEPARATORS = r"\u2028\u2029"
"""What ends a line or a paragraph in Unicode alone."""
DIRECTION_CONTROLS = r"\u202a-\u202e\u2066-\u2069"
"""Embeddings, overrides and isolates: they turn the direction of what follows."""
SURROGATES = r"\ud800-\udfff"
"""Halves of characters, which cannot be encoded."""
NONCHARACTERS = r"\ufdd0-\ufdef" + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
"""Code points that Unicode keeps free for ever."""
