"""Tests of the command that looks places up."""
