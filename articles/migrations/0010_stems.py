"""Store the stems of texts."""

from typing import Any

from django.db import migrations, models
from django.db.models import F
from django.db.models.functions import TruncSecond

from articles.extraction.folding import fold
from articles.search.stems import indexed

BATCH = 500
WITH_SORT_AT = ("Article", "Quote", "Mention", "DateExpression", "Appearance")


def store_stems(apps: Any, schema_editor: Any) -> None:
    # SQLite orders matches by whole seconds, and so must every list be ordered.
    for name in WITH_SORT_AT:
        in_whole_seconds(apps.get_model("articles", name), "sort_at", schema_editor)
    in_whole_seconds(apps.get_model("articles", "Person"), "described_at", schema_editor)
    for article in rows(apps, schema_editor, "Article", "source"):
        parts = [article.headline, article.standfirst, article.body]
        article.search_text = indexed(parts, article.language or article.source.language)
    for quote in rows(apps, schema_editor, "Quote", "article__source"):
        article = quote.article
        quote.search_text = indexed([quote.text], article.language or article.source.language)


def store_folded(apps: Any, schema_editor: Any) -> None:
    for article in rows(apps, schema_editor, "Article", "source"):
        text = "\n".join((article.headline, article.standfirst, article.body))
        article.search_text = f" {fold(text)} "
    for quote in rows(apps, schema_editor, "Quote", "article__source"):
        quote.search_text = f" {fold(quote.text)} "


def in_whole_seconds(model: Any, column: str, schema_editor: Any) -> None:
    whole = TruncSecond(column)
    rows = model.objects.using(schema_editor.connection.alias).annotate(whole=whole)
    rows.exclude(whole=F(column)).update(**{column: whole})


def rows(apps: Any, schema_editor: Any, name: str, related: str) -> Any:
    """All rows of a model, whose ``search_text`` is saved when they have been looked at."""
    model = apps.get_model("articles", name)
    found = model.objects.using(schema_editor.connection.alias).select_related(related)
    if name == "Quote":
        found = found.defer("article__body", "article__search_text")
    last = 0
    while batch := list(found.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield from batch
        model.objects.bulk_update(batch, ["search_text"], batch_size=100)
        last = batch[-1].pk


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0009_count_stored_facts'),
    ]

    operations = [
        migrations.AlterField(
            model_name='article',
            name='search_text',
            field=models.TextField(editable=False, help_text='Stems of headline, standfirst and body.'),
        ),
        migrations.AlterField(
            model_name='quote',
            name='search_text',
            field=models.TextField(editable=False, help_text='Stems of the text.'),
        ),
        migrations.RunPython(store_stems, store_folded),
    ]
