"""The rows of the people tests: a text, and who is named in it where and as what."""

Row = tuple[str, dict[str, list[str]]]
"""A text and, for each person's fullest name, the mentions in order: "title|name" or "name"."""
