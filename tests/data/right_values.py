"""Values of the tables that were once wrong, or could easily be, as the evidence has them."""

from __future__ import annotations

AGREEMENTS = {
    "coordination-framework-shift": "refines",
    "crossings-closed-during-war": "conflicts",
    "development-road": "refines",
    "essay-publication": "refines",
    "ex-regime-personnel-remain-in-iraq": "conflicts",
    "iran-iraq-rail-link": "not_found",
    "iran-russia-withdraw-from-syria": "conflicts",
    "iran-turkey-quiet-diplomacy": "not_found",
    "iraq-us-isis-coordination": "refines",
    "israel-southern-zone-plan": "not_found",
    "maliki-opens-border-to-assad-aid": "refines",
    "militants-enter-iraq-via-syria": "refines",
    "shatri-damascus-second": "refines",
    "shia-shrines-protection": "refines",
    "smuggling-and-drugs": "confirms",
}
"""What reports do to the essay's statement, by event."""

REPORTED_DATES = {
    "after-isis-detainees-moved-to-iraq": "2026-01-21/2026-02-12",
    "coordination-framework-shift": "2025-04/2025-05",
    "iran-russia-withdraw-from-syria": "2024-12-05/2024-12-14",
    "sharaa-skips-baghdad-summit": "2025-05-17",
    "sudani-sharaa-doha": "2025-04-15/2025-04-17",
}
"""By event."""

FIRST_PLACES = {
    "coastal-violence": "syrian-coast",
    "iraqi-factions-enter-syria": "syria",
    "sharaa-detained-in-iraq": "iraq",
    "trilateral-security-cell": "iraq",
    "trump-gulf-tour": "gulf",
}
"""Where the marker stands, by event: at the place that the essay names."""

FIRST_PLACE_FROM_REPORTS = {
    "syrian-uprising-begins": "the town where it began, in the country that the essay names",
    "isis-emergence-iraq": "the town that fell, in the country that the essay names",
    "sudani-visits-jordan": "the capital of the country that the essay names",
    "blinken-visits-iraq": "the capital of the country that the essay names",
    "sudani-visits-saudi-arabia": "the town of the meeting, in the country that the essay names",
    "development-road": "where the road begins, in the country that the essay names",
    "iran-iraq-rail-link": "where the railway begins, in the country that the essay names",
}
"""Events whose marker stands at a place of the reports although a paragraph names another of the row, and why."""

POINTS = {
    "abu-ghraib": (33.2925, 44.0650),
    "al-walid-tanf": (33.4332, 38.9374),
    "camp-bucca": (30.0669, 47.8747),
    "mount-hermon": (33.4161, 35.8575),
    "syrian-coast": (35.2100, 36.0000),
}
"""Latitude and longitude by place, WGS84 degrees."""

ON_NO_LAND = {"grand-faw-port": "built on land won from the sea since the base map was drawn"}
"""Places, and waypoints of the same name, that are not at sea and yet on no land of the base map, and why."""

CROSSING_ON_DAY = {
    "al-qaim": {
        "2011-12-31": "",
        "2013-06-01": "closed",
        "2019-09-29": "closed",
        "2019-09-30": "open",
        "2024-12-07": "open",
        "2024-12-08": "closed",
        "2024-12-19": "restricted",
        "2025-04-25": "restricted",
        "2025-06-13": "restricted",
        "2025-06-14": "open",
    },
    "rabia-yaarubiyah": {
        "2012-12-31": "",
        "2016-04-19": "closed",
        "2025-05-17": "closed",
        "2026-04-19": "closed",
        "2026-04-20": "open",
    },
    "al-walid-tanf": {"2013-12-31": "", "2025-05-06": "closed", "2026-03-15": "", "2026-04-20": "open"},
    "fishkhabour-semalka": {"2025-05-06": ""},
}
"""How a crossing stood on a day; empty where no report says it."""

HOLDER_ON_DAY = {
    "rabia-yaarubiyah": {"2018-09-30": "", "2020-01-01": "sdf", "2026-01-15": "sdf", "2026-02-01": ""},
    "al-walid-tanf": {"2025-04-08": "united-states", "2026-02-12": ""},
    "fishkhabour-semalka": {"2025-01-01": "sdf", "2026-03-01": ""},
}
"""Who held a crossing on a day; empty where no report says it."""
