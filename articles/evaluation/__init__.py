"""How right the extraction is, measured on texts whose facts a person has marked.

Pure Python: what is found comes in as records, wherever it was found. Each kind
of fact has a package of its own and a line in ``kinds``.
"""
