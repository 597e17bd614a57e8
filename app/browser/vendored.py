"""Scripts and styles of other packages that pages need: the dashboard sends them, a slide has them in itself."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path

from xstatic.pkg import leaflet

LEAFLET_JS = Path(leaflet.BASE_DIR) / "leaflet.js"
LEAFLET_CSS = Path(leaflet.BASE_DIR) / "leaflet.css"
PLOTLY_JS = Path(str(distribution("plotly").locate_file("plotly"))) / "package_data" / "plotly.min.js"
"""plotly.js in its package, which takes a second to import and is not needed here."""
