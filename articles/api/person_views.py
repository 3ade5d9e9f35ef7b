"""People, what belongs to each, and what editors change about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.reverse import reverse

from articles.api import editing, filters
from articles.api.editing import EditorsOnly
from articles.api.parameters import refuse_undeclared
from articles.api.person_serializers import (
    MergeSerializer,
    PersonDetailSerializer,
    PersonSerializer,
    TimelineSerializer,
)
from articles.api.resources import ArticleViewSet, QuoteViewSet, ResourceViewSet
from articles.api.serializers import ArticleSerializer, QuoteSerializer
from articles.models import Article, Person, Quote
from articles.services import merging, review

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from rest_framework.request import Request

    from articles.models import PersonMerge


class MergedAwayError(Exception):
    """Somebody is asked for who was merged into another."""

    def __init__(self, person: Person) -> None:
        super().__init__(person.pk)
        self.person = person


def list_like(resource: type[ResourceViewSet]) -> dict[str, Any]:
    """What an action takes to list rows of a resource as the resource itself does."""
    return {
        "lists_others": True,
        "filterset_class": resource.filterset_class,  # type: ignore[attr-defined]
        "serializer_class": resource.serializer_class,
        "orderings": resource.orderings,
        "default_ordering": resource.default_ordering,
    }


class PersonViewSet(EditorsOnly, ResourceViewSet):
    """People, the most mentioned first; whoever was merged redirects to who they are now."""

    queryset = Person.objects.all()
    serializer_class = PersonSerializer
    detail_serializer_class = PersonDetailSerializer
    filterset_class = filters.PersonFilters
    orderings = {
        "mentions": "mention_count",
        "quotes": "quote_count",
        "articles": "article_count",
        "name": "folded_name",
        "id": "id",
    }
    default_ordering = "-mentions"

    def get_queryset(self) -> QuerySet[Any]:
        shapes = {"list": Person.objects.for_list, "retrieve": Person.objects.for_detail}
        return shapes.get(self.action, Person.objects.all)()

    def get_object(self) -> Person:
        if not self.lists_others:
            refuse_undeclared(self.request, set())
        person: Person = get_object_or_404(self.get_queryset(), pk=self.kwargs["pk"])
        if person.merged_into_id is not None:
            raise MergedAwayError(person)
        return person

    def handle_exception(self, exc: Exception) -> Response:
        if isinstance(exc, MergedAwayError):
            return self._redirect(exc.person)
        return super().handle_exception(exc)

    def _redirect(self, person: Person) -> Response:
        """To the same address of who the person is now."""
        name = getattr(getattr(self, self.action), "url_name", "detail")
        address = self.reverse_action(name, args=[person.merged_into_id])
        query = self.request.META.get("QUERY_STRING", "")
        return Response(
            {"id": person.pk, "merged_into": person.merged_into_id},
            status=status.HTTP_301_MOVED_PERMANENTLY,
            headers={"Location": f"{address}?{query}" if query else address},
        )

    @extend_schema(responses=QuoteSerializer(many=True))
    @action(detail=True, **list_like(QuoteViewSet))
    def quotes(self, request: Request, pk: str) -> Response:
        """What the person says."""
        rows = Quote.objects.current().for_list()
        return self.page_of(rows.filter(speaker=self.get_object()))

    @extend_schema(responses=QuoteSerializer(many=True))
    @action(detail=True, url_path="quotes-about", **list_like(QuoteViewSet))
    def quotes_about(self, request: Request, pk: str) -> Response:
        """What is said about the person: quotes that name them."""
        return self.page_of(Quote.objects.current().for_list().about(self.get_object().pk))

    @extend_schema(responses=ArticleSerializer(many=True))
    @action(detail=True, **list_like(ArticleViewSet))
    def articles(self, request: Request, pk: str) -> Response:
        """The articles that mention the person."""
        return self.page_of(Article.objects.for_list().mentioning(self.get_object().pk))

    @extend_schema(responses=TimelineSerializer, filters=True)
    @action(
        detail=True,
        lists_others=True,
        filterset_class=filters.TimelineFilters,
        serializer_class=TimelineSerializer,
        pagination_class=None,
    )
    def timeline(self, request: Request, pk: str) -> Response:
        """How often the person was mentioned and quoted in each day, week or month."""
        person = self.get_object()
        periods: dict[Any, dict[str, Any]] = {None: _counts(None)}
        for row in self.filter_queryset(person.mentions.current()):
            counts = periods.setdefault(row["period"], _counts(row["period"]))
            counts |= {"articles": row["articles"], "mentions": row["facts"]}
        for row in self.filter_queryset(person.quotes.current()):
            counts = periods.setdefault(row["period"], _counts(row["period"]))
            counts["quotes"] = row["facts"]
        timeline = {
            "by": request.query_params.get("by") or "day",
            "undated": periods.pop(None),
            "results": [periods[period] for period in sorted(periods)],
        }
        return Response(TimelineSerializer(timeline).data)

    @extend_schema(request=editing.PersonChangeSerializer, responses=PersonDetailSerializer)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Set what editors know better; no run changes the name or aliases after that."""
        person = self.get_object()
        change = self.body(editing.PersonChangeSerializer)
        aliases = change.pop("aliases", None)
        if aliases is None:
            aliases = list(person.aliases.values_list("name", flat=True))
        for field, value in change.items():
            setattr(person, field, value)
        review.save_person(person, aliases)
        return Response(_detail(person))

    @extend_schema(request=editing.MergeRequestSerializer, responses={201: MergeSerializer})
    @action(detail=True, methods=["post"])
    def merge(self, request: Request, pk: str) -> Response:
        """Make another person part of this one; their id redirects here from then on."""
        kept = self.get_object()
        other = self.body(editing.MergeRequestSerializer)["person"]
        return merged(request, merging.merge(kept, other, by=self.editor()))

    @extend_schema(request=editing.SplitRequestSerializer, responses={201: PersonDetailSerializer})
    @action(detail=True, methods=["post"])
    def split(self, request: Request, pk: str) -> Response:
        """Make whom some of the articles name another person."""
        person = self.get_object()
        body = self.body(editing.SplitRequestSerializer)
        name = body.get("name", "")
        new = merging.split(person, body["articles"], by=self.editor(), name=name)
        address = reverse("person-detail", args=[new.pk], request=request)
        return Response(_detail(new), status.HTTP_201_CREATED, headers={"Location": address})


def merged(request: Request, done: PersonMerge) -> Response:
    """Answer a merge that was just made."""
    address = reverse("merge-detail", args=[done.pk], request=request)
    body = MergeSerializer(done).data
    return Response(body, status.HTTP_201_CREATED, headers={"Location": address})


def _detail(person: Person) -> Any:
    return PersonDetailSerializer(Person.objects.for_detail().get(pk=person.pk)).data


def _counts(period: Any) -> dict[str, Any]:
    return {"period": period, "articles": 0, "mentions": 0, "quotes": 0}
