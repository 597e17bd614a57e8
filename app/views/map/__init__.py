"""The map: a folium.Map with the offline base map, places, journeys and corridors, deaf to nothing but its channel."""

from app.views.map.atlas_map import build_map, map_script
from app.views.map.map_data import map_data_script

__all__ = ["build_map", "map_data_script", "map_script"]
