import articles.models.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0007_copies_and_printings'),
    ]

    # The columns of a composite key have to be there when it is made: `makemigrations` adds
    # foreign keys to their tables afterwards.
    operations = [
        migrations.CreateModel(
            name='CoMention',
            fields=[
                ('first', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='articles.person')),
                ('second', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='articles.person')),
                ('pk', models.CompositePrimaryKey('first', 'second', blank=True, editable=False, primary_key=True, serialize=False)),
                ('articles', models.IntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='DateCount',
            fields=[
                ('pk', models.CompositePrimaryKey('level', 'period', blank=True, editable=False, primary_key=True, serialize=False)),
                ('level', models.CharField(choices=[('day', 'day'), ('week', 'week'), ('month', 'month'), ('year', 'year')], max_length=5)),
                ('period', models.DateField()),
                ('expressions', models.IntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='PersonCount',
            fields=[
                ('person', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='articles.person')),
                ('direct', models.IntegerField(default=0)),
                ('indirect', models.IntegerField(default=0)),
                ('mixed', models.IntegerField(default=0)),
                ('pk', models.CompositePrimaryKey('person', 'level', 'period', blank=True, editable=False, primary_key=True, serialize=False)),
                ('level', models.CharField(choices=[('day', 'day'), ('week', 'week'), ('month', 'month'), ('year', 'year')], max_length=5)),
                ('period', models.DateField()),
                ('articles', models.IntegerField(default=0)),
                ('mentions', models.IntegerField(default=0)),
                ('about', models.IntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='PublicationCount',
            fields=[
                ('source', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='articles.source')),
                ('direct', models.IntegerField(default=0)),
                ('indirect', models.IntegerField(default=0)),
                ('mixed', models.IntegerField(default=0)),
                ('pk', models.CompositePrimaryKey('scope', 'level', 'period', 'source', 'section', blank=True, editable=False, primary_key=True, serialize=False)),
                ('scope', models.CharField(choices=[('all', 'All'), ('source', 'Source'), ('section', 'Section'), ('both', 'one section of one source')], max_length=7)),
                ('level', models.CharField(choices=[('day', 'day'), ('week', 'week'), ('month', 'month'), ('year', 'year')], max_length=5)),
                ('period', models.DateField()),
                ('section', articles.models.fields.CodePointField(max_length=200)),
                ('articles', models.IntegerField(default=0)),
                ('mentions', models.IntegerField(default=0)),
                ('dates', models.IntegerField(default=0)),
            ],
        ),
        migrations.AddField(
            model_name='person',
            name='about_count',
            field=models.PositiveIntegerField(default=0, editable=False, help_text='Quotes whose words name the person.'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(models.OrderBy(models.F('about_count'), descending=True), models.OrderBy(models.F('id'), descending=True), name='person_by_quotes_about'),
        ),
        migrations.AddIndex(
            model_name='comention',
            index=models.Index(models.F('first'), models.OrderBy(models.F('articles'), descending=True), models.F('second'), name='co_mention_of_first'),
        ),
        migrations.AddIndex(
            model_name='comention',
            index=models.Index(models.F('second'), models.OrderBy(models.F('articles'), descending=True), models.F('first'), name='co_mention_of_second'),
        ),
        migrations.AddConstraint(
            model_name='comention',
            constraint=models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='co_mention_in_order'),
        ),
        migrations.AddIndex(
            model_name='personcount',
            index=models.Index(fields=['level', 'period'], name='person_count_by_period'),
        ),
        migrations.AddIndex(
            model_name='publicationcount',
            index=models.Index(fields=['scope', 'source', 'section', 'level', 'period'], name='publication_count_by_place'),
        ),
    ]
