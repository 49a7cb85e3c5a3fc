"""Dates, direction, links and numbers in words: nothing of the subject."""
