"""Make a slide: `python -m app.slides --range 2024-12-01/2025-05-31 --size 1920x1080 out.png`."""

from __future__ import annotations

import sys

from app.slides.command import main

sys.exit(main())
