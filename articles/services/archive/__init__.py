"""Everything that is stored, in one file that any other database of this program can take."""

from articles.services.archive.digest import archive_digest
from articles.services.archive.errors import ArchiveError
from articles.services.archive.export import export_archive
from articles.services.archive.restore import import_archive

__all__ = ["ArchiveError", "archive_digest", "export_archive", "import_archive"]
