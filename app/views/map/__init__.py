"""The map: a folium.Map with the offline base map, places, journeys and corridors, deaf to nothing but its channel."""

from app.views.map.atlas_map import build_map

__all__ = ["build_map"]
