"""Let both databases find what is stored for searching."""

from django.db import migrations

from articles import fulltext_tables


class Migration(migrations.Migration):

    # Apart from the one before: PostgreSQL changes no table whose rows the same
    # transaction has changed.
    dependencies = [
        ('articles', '0010_stems'),
    ]

    operations = [
        migrations.RunPython(fulltext_tables.create, fulltext_tables.remove),
    ]
