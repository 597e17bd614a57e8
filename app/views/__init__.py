"""A View and the data in; a folium.Map, a Plotly figure or plain data for the browser out."""
