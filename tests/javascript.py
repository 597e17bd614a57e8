"""The program's JavaScript outside a page: in Deno, which comes as a wheel, without network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import which
from typing import Any

DENO = which("deno", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
"""The program; the test extra has it."""


def run_javascript(script: str, *, limit_s: float = 120) -> Any:  # noqa: ANN401, whatever the script answers
    """Return what the script hands to `answer(…)`, as JSON carries it."""
    assert DENO, "deno is not installed: pip install -e .[test]"
    answering = "const answer = (found) => console.log(JSON.stringify(found));\n"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "script.js"
        file.write_text(f"{answering}{script}", encoding="utf-8")
        environment = {**os.environ, "DENO_DIR": folder, "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
        command = [DENO, "run", "--quiet", "--no-config", "--no-lock", "--no-remote", "--no-prompt", str(file)]
        ran = subprocess.run(command, capture_output=True, check=False, timeout=limit_s, env=environment)
    assert ran.returncode == 0, ran.stderr.decode()
    return json.loads(ran.stdout)
