"""Make a slide: `python -m app.slides --range 2024-12-01/2025-05-31 --size 1920x1080 out.png`."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack

from app.slides.cli import run

status = run(None, ExitStack())
sys.stdout.flush()
sys.stderr.flush()
# The browser ends, and clears up after itself, once nobody holds its pipe: that takes a quarter of a second more.
os._exit(status)
