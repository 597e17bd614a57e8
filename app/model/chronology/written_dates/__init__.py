"""Dates as people write them in spreadsheets, read as EDTF to suggest what to write instead."""
