"""What is to be made, as one text: whoever asks and whoever makes it are different processes."""

from __future__ import annotations

import json
from dataclasses import dataclass

from app.slides.slide import Slide, slide_from_url, slide_to_url

SECONDS_TO_START = 45
SECONDS_A_PICTURE = 15


@dataclass(frozen=True)
class Job:
    """One file."""

    slides: tuple[Slide, ...]
    """What is on it, in order; more than one for pdf and pptx alone."""
    suffix: str
    """png, pdf, pptx or html."""
    covers: bool = False
    """True for a deck that begins and ends with a slide of words."""

    @property
    def pictures(self) -> int:
        """How many pictures it takes; none for html."""
        return 0 if self.suffix == "html" else len(self.slides) + 2 * self.covers

    @property
    def limit_s(self) -> float:
        """How long it may take before it is given up, seconds: several times what a slow machine needs."""
        return SECONDS_TO_START + SECONDS_A_PICTURE * self.pictures


def job_to_text(job: Job) -> str:
    """Return a job as JSON."""
    slides = [[slide_to_url(slide), slide.address] for slide in job.slides]
    return json.dumps({"slides": slides, "suffix": job.suffix, "covers": job.covers})


def job_from_text(text: str) -> Job:
    """Return the job that `job_to_text` has written."""
    told = json.loads(text)
    slides = tuple(slide_from_url(parameters, address) for parameters, address in told["slides"])
    return Job(slides, told["suffix"], told["covers"])
