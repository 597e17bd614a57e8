"""Whether the cited pages are still there: each address is asked, and its answer compared with the table."""
