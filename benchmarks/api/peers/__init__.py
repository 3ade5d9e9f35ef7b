"""What the API is compared with; all but this package's readers run in an environment of their own.

Each answers ``/articles/``, ``/quotes/`` and ``/articles/ID/`` with the fields
that the API has, 50 rows a page.
"""
