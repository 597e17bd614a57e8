"""The coded values of the tables, and what each stands for."""

from __future__ import annotations

ESSAY = "essay"
"""The layer of events that the essay states; it cannot be switched off."""
PLACE_KINDS = {
    "city": "a capital or another large town",
    "town": "a smaller town, or the district around it",
    "crossing": "a border crossing, with the posts of both sides",
    "border": "the line between two states; the point is its middle",
    "region": "land without official limits; the point and its radius are a stand-in",
    "country": "the whole territory of a state",
    "prison": "a prison or a camp of internment",
    "camp": "a camp of displaced people and of the families of fighters",
    "shrine": "a place of pilgrimage",
    "embassy": "the building of a diplomatic mission",
    "port": "a sea port, in use or under construction",
    "mountain": "a mountain or a massif",
    "sea": "a sea, or the part of it on the map",
    "airspace": "the air above a state",
    "governorate": "a governorate, the highest division of a state",
}
AREA_KINDS = ("region", "country", "border", "sea", "airspace", "governorate", "mountain")
"""Kinds of place that are areas, not pins."""
CONFIDENCES = {
    "high": "two independent sources put it at the same place, or within its extent",
    "medium": "one good source, or a second one that is weak; or the computed middle of an area with known limits",
    "low": "a stand-in: derived from something near, or for an area without known limits; or a source nobody can check",
}
ACTOR_KINDS = {
    "person": "a single person",
    "state": "a state, with its government and army",
    "armed-group": "a force that fights and is no state's army",
    "bloc": "parties that act together within one state",
    "agency": "a service or an office of a state",
    "organisation": "an organisation of states",
    "alliance": "states and armed groups that act together without a treaty",
    "community": "people of one faith or origin",
    "group": "people named together who form no body",
    "publisher": "whoever published a text of the sources",
}
SHAPES = {
    "circle": "a disc",
    "triangle-up": "a triangle that stands on its base",
    "diamond": "a square that stands on its corner",
    "square": "a square that stands on its side",
    "cross": "an upright cross",
    "pentagon": "five sides",
    "triangle-down": "a triangle that stands on its tip",
    "star": "a star of five points",
    "hexagon": "six sides",
}
EVENT_KINDS = {
    "event": "something that happened, at once or within some days",
    "visit": "somebody travelled to see somebody; `from_place` says where from",
    "meeting": "people met, at a conference, a summit or a round of talks",
    "period": "something that went on for months or years",
    "status": "a condition that holds, whether or not anybody says since when",
    "claim": "something that somebody says, argues or expects; whether it is so is another matter",
}
TRAVEL_KINDS = ("visit", "meeting", "event")
"""Kinds of event that a journey's arrow may stand for; what lasts is drawn as a corridor or not at all."""
LAYERS = {
    "essay": "the essay states it; always shown",
    "context": "reports alone tell of it, from the time of the essay; off until switched on, and in a lane apart",
    "after": "reports alone tell of it, from the time since; off until switched on, and in the same lane apart",
}
AGREEMENTS = {
    "confirms": "reports say the same as the essay",
    "refines": "reports say the same and more exactly, such as a day where the essay gives a month or nothing",
    "conflicts": "reports give another date or place, or say otherwise of the thing itself",
    "not_found": "no report of it was found, which does not deny it",
}
BEARINGS = {
    "supports": "it bears out what the row says, by the essay or by reports",
    "contradicts": "it says otherwise than the essay, or than the other reports",
    "context": "it tells of the circumstances and decides nothing",
}
ROUTE_KINDS = {
    "road": "a road",
    "rail": "a railway",
    "corridor": "a way by whichever roads there are",
}
ROUTE_STATUSES = {
    "planned": "announced, and not yet begun",
    "under-construction": "work has begun",
    "in-use": "people or goods go along it",
    "ended": "no longer in use",
}
SCHEMATIC = {
    "yes": "straight legs between its waypoints, whatever the road does between them",
    "no": "the waypoints follow the line on the ground",
}
CROSSING_STATUSES = {
    "open": "people or goods pass",
    "restricted": "closed to ordinary traffic; some people or goods are let through, such as aid or people going home",
    "closed": "nobody is let through",
}
