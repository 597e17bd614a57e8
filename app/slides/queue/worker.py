"""Makes one file: the job comes by standard input, the file goes into a folder, how far it is to standard output."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from itertools import count
from pathlib import Path

from app.model.text.quoting import visible
from app.slides.capture.browser_process import NoPictureError, NotDrawnError
from app.slides.capture.find_browser import NoChromiumError
from app.slides.capture.screenshots import open_screenshotter
from app.slides.queue.job import Job, job_from_text

FILE = "made"
"""Name of the file in its folder."""


class NothingToShowError(Exception):
    """The tables have no event any more, or the file no slide."""


def main(folder: Path) -> int:
    """Make the file; tell each picture as a line `{"pictures": n}`, and in the end its name or why there is none.

    Why is one of `export_process.Failure`; with it comes what the browser's part said, where the browser is to blame.
    """
    job = job_from_text(sys.stdin.read())
    try:
        name = _make(job, folder / FILE)
    except NoChromiumError:
        _report(failed="no_browser")
        return 1
    except NotDrawnError as error:
        _report(failed="crashed", reason=visible(str(error)))
        return 1
    except NoPictureError as error:
        _report(failed="no_picture", reason=visible(str(error)))
        return 1
    except NothingToShowError:
        _report(failed="no_events")
        return 1
    _report(name=name)
    return 0


def _make(job: Job, path: Path) -> str:
    with ExitStack() as stack:
        # The browser starts while the tables are read.
        screenshotter = (
            stack.enter_context(open_screenshotter(job.slides[0].size)) if job.pictures and job.slides else None
        )
        from app.model.paths import data_folder  # noqa: PLC0415, while the browser starts
        from app.model.tables.atlas_cache import cached_atlas  # noqa: PLC0415, the same
        from app.slides.files import export  # noqa: PLC0415, the same

        whole = cached_atlas(data_folder())
        if not (whole.events and job.slides):
            raise NothingToShowError
        numbers = count(1)
        content = export.exported(
            whole,
            job.slides,
            job.suffix,
            screenshotter,
            covers=job.covers,
            on_picture=lambda: _report(pictures=next(numbers)),
        )
        path.write_bytes(content)
        return export.name_of(whole, job.slides, job.suffix)


def _report(**said: object) -> None:
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
