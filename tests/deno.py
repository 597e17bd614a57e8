"""The browser's scripts without a browser: Deno has Chromium's V8 and the same tables of languages."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from typing import Any

from deno import find_deno_bin

from app.browser.bundle import FOLDER

TIME_LIMIT_S = 120
OPTIONS = ("--quiet", "--no-config", "--no-lock", "--no-remote", "--no-prompt", "--ext=js")


def evaluated(modules: Sequence[str], expression: str, *, before: str = "", **given: object) -> Any:  # noqa: ANN401, whatever the expression is
    """Return the value of a JavaScript expression, which may use what modules of `app/browser` export and `given`.

    `before` are statements to be run first.
    """
    imports = [f"import * as module{n} from '{(FOLDER / name).as_uri()}';" for n, name in enumerate(modules)]
    known = [f"Object.assign(globalThis, module{n});" for n, _ in enumerate(modules)]
    constants = [f"const {name} = {json.dumps(value)};" for name, value in given.items()]
    program = "\n".join([*imports, *known, *constants, before, f"console.log(JSON.stringify({expression}));"])
    ran = subprocess.run(
        [find_deno_bin(), "run", *OPTIONS, "-"],
        input=program,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIME_LIMIT_S,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)
