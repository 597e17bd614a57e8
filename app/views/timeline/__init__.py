"""The timeline: lanes, stacking, ticks, and the Plotly figure made of them."""

from app.views.timeline.figure import timeline_figure
from app.views.timeline.lanes import Lane, Mark, lay_out
from app.views.timeline.scale import scale_of

__all__ = ["Lane", "Mark", "lay_out", "scale_of", "timeline_figure"]
