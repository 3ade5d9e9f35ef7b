"""Why an archive cannot be written or taken."""


class ArchiveError(Exception):
    """In words for whoever runs the command; nothing was changed."""
