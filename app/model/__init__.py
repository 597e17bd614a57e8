"""What the essay says, as data: tables, dates, the time scale, filtering, and the view that a reader has chosen."""
