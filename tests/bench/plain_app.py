"""The baseline of a step: the same tables in the app that a tutorial would write: all is drawn anew each time."""

import os
from pathlib import Path

import folium
import pandas as pd
import plotly.express as px
import streamlit as st
from streamlit_folium import st_folium

FOLDER = Path(os.environ.get("ATLAS_DATA_FOLDER") or Path(__file__).parents[2] / "data")


@st.cache_data
def load() -> pd.DataFrame:
    """Return the dated events, each with the point of its first place."""
    events = pd.read_csv(FOLDER / "events.csv", dtype=str, keep_default_na=False)
    places = pd.read_csv(FOLDER / "places.csv").set_index("id")
    written = events["essay_date"].where(events["essay_date"] != "", events["reported_date"])
    # A tutorial has plain dates; of the tables' EDTF the first day is taken.
    first = written.str.extract(r"^(\d{4}(?:-\d\d(?:-\d\d)?)?)")[0]
    events["date"] = pd.to_datetime(first, format="ISO8601", errors="coerce").dt.date
    events["theme"] = events["themes"].str.split(";").str[0]
    first_place = events["places"].str.split(";").str[0]
    events["lat"], events["lon"] = first_place.map(places["latitude"]), first_place.map(places["longitude"])
    return events.dropna(subset=["date", "lat", "lon"])


st.set_page_config(layout="wide")
data = load()
start, end = st.slider(
    "Range",
    min_value=data["date"].min(),
    max_value=data["date"].max(),
    value=(pd.Timestamp("2024-11-28").date(), data["date"].max()),
)
chosen = data[(data["date"] >= start) & (data["date"] <= end)]
st.write(f"{len(chosen)} of {len(data)} events")

world = folium.Map(location=[34.2, 41.6], zoom_start=6, tiles=None)
for row in chosen.itertuples():
    folium.CircleMarker([row.lat, row.lon], radius=6, tooltip=row.title_en).add_to(world)
st_folium(world, width=900, height=420)
st.plotly_chart(px.scatter(chosen, x="date", y="theme", color="theme", hover_name="title_en"))
