"""Makes one file: the job comes by standard input, the file goes into a folder, how far it is to standard output."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from itertools import count
from pathlib import Path

from app.model.problems import visible
from app.slides.camera import camera
from app.slides.chromium import NoChromiumError, NoPictureError, NotDrawnError
from app.slides.job import Job, job_from_text

FILE = "made"
"""Name of the file in its folder."""


class NothingToShowError(Exception):
    """The tables have no event any more, or the file no slide."""


def main(folder: Path) -> int:
    """Make the file; tell each picture as a line `{"pictures": n}`, and in the end its name or why there is none.

    Why is one of `process.Failure`; with it comes what the browser's part said, where the browser is to blame.
    """
    job = job_from_text(sys.stdin.read())
    try:
        name = _make(job, folder / FILE)
    except NoChromiumError:
        _tell(failed="no_browser")
        return 1
    except NotDrawnError as error:
        _tell(failed="crashed", reason=visible(str(error)))
        return 1
    except NoPictureError as error:
        _tell(failed="no_picture", reason=visible(str(error)))
        return 1
    except NothingToShowError:
        _tell(failed="no_events")
        return 1
    _tell(name=name)
    return 0


def _make(job: Job, path: Path) -> str:
    with ExitStack() as stack:
        # The browser starts while the tables are read.
        lens = stack.enter_context(camera(job.slides[0].size)) if job.pictures and job.slides else None
        from app.model.folders import data_folder  # noqa: PLC0415, while the browser starts
        from app.model.keeping import kept_atlas  # noqa: PLC0415, the same
        from app.slides import export  # noqa: PLC0415, the same

        whole = kept_atlas(data_folder())
        if not (whole.events and job.slides):
            raise NothingToShowError
        numbers = count(1)
        content = export.exported(
            whole, job.slides, job.suffix, lens, covers=job.covers, told=lambda: _tell(pictures=next(numbers))
        )
        path.write_bytes(content)
        return export.name_of(whole, job.slides, job.suffix)


def _tell(**said: object) -> None:
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
