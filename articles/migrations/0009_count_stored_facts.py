from typing import Any

from django.db import migrations


def count(apps: Any, schema_editor: Any) -> None:
    """Count what is stored already; an empty database needs nothing."""
    if apps.get_model("articles", "Article").objects.exists():
        from articles.services.summaries import rebuild

        rebuild()


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0008_summaries'),
    ]

    operations = [
        migrations.RunPython(count, migrations.RunPython.noop),
    ]
