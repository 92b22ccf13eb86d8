"""Lessons in one file: where they stand on the site."""

LESSONS = "lessons"  # the folder, at the top of the site: a file holds all languages
