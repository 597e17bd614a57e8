"""Tests of app/link."""
