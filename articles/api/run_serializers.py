"""What the API answers about runs."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.models import Reject, Run
from articles.services.progress import throughput

NUMBERS = {"type": "object", "additionalProperties": {"type": "integer"}}


class ProgressSerializer(serializers.Serializer[Any]):
    planned = serializers.IntegerField(
        read_only=True, help_text="Articles to extract; 0 while articles are stored."
    )
    done = serializers.IntegerField(read_only=True, help_text="Those whose facts are stored.")
    workers = serializers.IntegerField(
        read_only=True, help_text="Workers heard of lately; 0 may mean that it was broken off."
    )
    articles_per_second = serializers.FloatField(read_only=True, allow_null=True)
    seconds_left = serializers.IntegerField(read_only=True, allow_null=True)


class RunSerializer(serializers.ModelSerializer[Run]):
    arguments = serializers.SerializerMethodField(help_text="What was asked.")
    counts = serializers.SerializerMethodField(help_text="Items seen, and what became of them.")
    changes = serializers.SerializerMethodField(
        help_text="What a run that extracts again did to the facts, by kind."
    )
    rejects = serializers.SerializerMethodField(help_text="How many items are in `rejects/`.")
    articles_per_second = serializers.SerializerMethodField(
        help_text="Over the whole of a run that has ended."
    )
    progress = serializers.SerializerMethodField(help_text="Of a run that has not ended.")

    class Meta:
        model = Run
        fields = [
            "id", "kind", "arguments", "counts", "changes", "rejects", "started_at", "ended_at",
            "articles_per_second", "progress",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field({"type": "object", "additionalProperties": {}})
    def get_arguments(self, run: Run) -> Any:
        # Where the program stands on its machine is for that machine's users only.
        return {name: value for name, value in run.arguments.items() if name != "folder"}

    @extend_schema_field(NUMBERS)
    def get_counts(self, run: Run) -> Any:
        return run.counts

    @extend_schema_field({"type": "object", "additionalProperties": NUMBERS})
    def get_changes(self, run: Run) -> Any:
        return run.changes

    def get_rejects(self, run: Run) -> int:
        rejects: dict[int, int] = self.context["rejects"]
        return rejects.get(run.pk, 0)

    def get_articles_per_second(self, run: Run) -> float | None:
        return throughput(run)

    @extend_schema_field(ProgressSerializer(allow_null=True))
    def get_progress(self, run: Run) -> Any:
        progress = self.context["progress"].get(run.pk)
        return progress and ProgressSerializer(progress).data


class RejectSerializer(serializers.ModelSerializer[Reject]):
    article = serializers.IntegerField(
        source="article_id",
        read_only=True,
        allow_null=True,
        help_text="Id of the article that is stored, where only its facts were not found.",
    )

    class Meta:
        model = Reject
        fields = ["id", "path", "line", "record", "code", "reason", "article"]
        read_only_fields = fields
