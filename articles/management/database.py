"""What commands ask of the database before they begin."""

from django.core.management import CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

STORAGE_UNAVAILABLE = 4


def require_tables() -> None:
    """Stop with the remedy where the database does not answer or is not migrated.

    Raises:
        CommandError: with exit status 4.
    """
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        reason = str(error).strip().partition("\n")[0]
        message = f"The database does not answer ({reason}): check DATABASE_URL."
        raise CommandError(message, returncode=STORAGE_UNAVAILABLE) from error
    if missing:
        message = "The database lacks tables of this version: run `manage.py migrate` first."
        raise CommandError(message, returncode=STORAGE_UNAVAILABLE)
