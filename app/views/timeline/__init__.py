"""The timeline: lanes, stacking, ticks, and the Plotly figure made of them."""
