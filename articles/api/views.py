"""What is no resource: the root, the extraction of a text, the state of the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import DatabaseError, connection
from django.urls import reverse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import status
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.views import APIView

from articles.api.errors import PROBLEM, LengthRequired, UnreadableText, problem
from articles.api.extraction import ExtractionSerializer, ExtractRequestSerializer
from articles.api.parameters import refuse_undeclared
from articles.extraction.contract import ContractError, as_json, document_from
from articles.extraction.types import Failure
from articles.models import Source
from articles.services.extract import read_document

if TYPE_CHECKING:
    from rest_framework.request import Request


class RootView(APIView):
    """Where everything is."""

    @extend_schema(responses={200: {"type": "object", "additionalProperties": {"type": "string"}}})
    def get(self, request: Request) -> Response:
        refuse_undeclared(request, set())
        names = {
            "articles": "article-list",
            "people": "person-list",
            "quotes": "quote-list",
            "dates": "date-list",
            "sources": "source-list",
            "merges": "merge-list",
            "possible-matches": "match-list",
            "runs": "run-list",
            "extract": "extract",
            "health": "health",
            "schema": "schema",
            "docs": "docs",
            "redoc": "redoc",
        }
        return Response(
            {name: request.build_absolute_uri(reverse(view)) for name, view in names.items()}
        )


class ExtractView(APIView):
    """Find the facts of a text without storing anything."""

    @extend_schema(request=ExtractRequestSerializer, responses=ExtractionSerializer)
    def post(self, request: Request) -> Response:
        refuse_undeclared(request, set())
        if "HTTP_TRANSFER_ENCODING" in request.META and not request.META.get("CONTENT_LENGTH"):
            raise LengthRequired
        try:
            document = document_from(request.data, default_id="1")
        except ContractError as error:
            raise ValidationError({error.field or "body": [error.message]}) from error
        result = read_document(document)
        if isinstance(result, Failure):
            raise UnreadableText(result)
        return Response(as_json(document.text, result))


class HealthView(APIView):
    """Whether the server can answer: 200, or 503 where the database does not."""

    @extend_schema(
        responses={
            200: {
                "type": "object",
                "required": ["status"],
                "properties": {"status": {"type": "string", "enum": ["ok"]}},
            },
            503: OpenApiResponse(description="The database does not answer."),
        }
    )
    def get(self, request: Request) -> Response:
        try:
            connection.ensure_connection()
            Source.objects.exists()
        except DatabaseError:
            return Response(
                problem(503, "The database does not answer.", path=request.path, errors=None),
                status=status.HTTP_503_SERVICE_UNAVAILABLE,
                content_type=PROBLEM,
            )
        return Response({"status": "ok"})
