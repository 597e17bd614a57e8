"""Texts, whatever they say: folding, direction, languages, characters that do not show, untrusted text.

Imports nothing of the other packages.
"""
