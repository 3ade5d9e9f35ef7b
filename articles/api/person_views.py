"""People, what belongs to each, and what editors change about them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.reverse import reverse

from articles.api import editing, facet_filters, filters
from articles.api.counting import person_timeline
from articles.api.editing import EditorsOnly
from articles.api.facets import checked
from articles.api.person_serializers import (
    MergeSerializer,
    PersonDetailSerializer,
    PersonSerializer,
    RelatedSerializer,
    TimelineSerializer,
    related_people,
)
from articles.api.questions import Listing
from articles.api.resources import ARTICLES, QUOTES, MovedError, ResourceViewSet
from articles.api.serializers import ListedArticleSerializer, ListedQuoteSerializer
from articles.models import CoMention, Person
from articles.periods import Level
from articles.querysets import ArticleQuerySet, QuoteQuerySet
from articles.services import merging, review

if TYPE_CHECKING:
    from django.http.response import HttpResponseBase
    from rest_framework.request import Request

    from articles.models import PersonMerge


class MergedAwayError(MovedError):
    """Somebody is asked for who was merged into another."""

    def __init__(self, person: Person) -> None:
        super().__init__(person.pk)
        self.person = person


PEOPLE = Listing(
    name="people",
    rows=Person.objects.unmerged,
    serializer=PersonSerializer,
    filters=filters.PersonFilters,
    orderings={
        "mentions": "mention_count",
        "quotes": "quote_count",
        "articles": "article_count",
        "name": "folded_name",
        "id": "id",
    },
    default_ordering="-mentions",
)
SAID = replace(QUOTES, name="quotes", scope=QuoteQuerySet.of_speaker)
ABOUT = replace(QUOTES, name="quotes-about", scope=QuoteQuerySet.about)
NAMING = replace(ARTICLES, name="articles", scope=ArticleQuerySet.mentioning)


class PersonViewSet(EditorsOnly, ResourceViewSet):
    """People, the most mentioned first; whoever was merged redirects to who they are now."""

    queryset = Person.objects.all()
    listing = PEOPLE
    detail_serializer_class = PersonDetailSerializer

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return super().retrieve(request, *args, **kwargs)
        except Http404:
            # Somebody merged is no row of the listing.
            self.get_object()
            raise

    def get_object(self) -> Person:
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

    @extend_schema(responses=ListedQuoteSerializer(many=True))
    @action(detail=True, listing=SAID)
    def quotes(self, request: Request, pk: str) -> HttpResponseBase:
        """What the person says."""
        return self.page(request, scope=self.get_object().pk)

    @extend_schema(responses=ListedQuoteSerializer(many=True))
    @action(detail=True, url_path="quotes-about", listing=ABOUT)
    def quotes_about(self, request: Request, pk: str) -> HttpResponseBase:
        """What is said about the person: quotes that name them."""
        return self.page(request, scope=self.get_object().pk)

    @extend_schema(responses=ListedArticleSerializer(many=True))
    @action(detail=True, listing=NAMING)
    def articles(self, request: Request, pk: str) -> HttpResponseBase:
        """The articles that mention the person."""
        return self.page(request, scope=self.get_object().pk)

    @extend_schema(responses=RelatedSerializer, filters=True)
    @action(
        detail=True,
        filterset_class=facet_filters.RelatedFilters,
        serializer_class=RelatedSerializer,
        pagination_class=None,
    )
    def related(self, request: Request, pk: str) -> Response:
        """The people named together with the person in most articles."""
        person = self.get_object()
        limit = self._parameters()["limit"] or facet_filters.FEW
        beside = CoMention.objects.beside(person.pk, limit)
        return Response({"results": related_people(beside)})

    @extend_schema(responses=TimelineSerializer, filters=True)
    @action(
        detail=True,
        filterset_class=facet_filters.PersonTimelineFilters,
        serializer_class=TimelineSerializer,
        pagination_class=None,
    )
    def timeline(self, request: Request, pk: str) -> Response:
        """How often the person was mentioned and quoted in each day, week, month or year."""
        person = self.get_object()
        asked = self._parameters()
        by = Level(asked["by"] or Level.DAY)
        days = (asked["published_after"], asked["published_before"])
        return Response({"by": by.value, **person_timeline(person.pk, *days, by)})

    def _parameters(self) -> dict[str, Any]:
        values: dict[str, Any] = checked(self.request, self.get_queryset(), self).form.cleaned_data
        return values

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
    return PersonDetailSerializer(Person.objects.get(pk=person.pk)).data
