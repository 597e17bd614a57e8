"""The map: a folium.Map of the region, and what the browser draws on it beside the tables."""
