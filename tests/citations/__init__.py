"""Tests of asking the cited addresses: the pace, the guard, titles, and the command."""
