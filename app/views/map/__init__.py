"""The map: a folium.Map with the offline base map, places, journeys and corridors, deaf to nothing but its channel."""
