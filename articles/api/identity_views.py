"""Merges and how to take them back; pairs that may be one person and their decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response

from articles.api import editing, filters
from articles.api.editing import EditorsOnly
from articles.api.person_serializers import MergeSerializer, PossibleMatchSerializer
from articles.api.person_views import merged
from articles.api.questions import Listing
from articles.api.resources import ResourceViewSet
from articles.api.schema import NO_FIELDS
from articles.models import PersonMerge, PossibleMatch
from articles.services import merging

if TYPE_CHECKING:
    from rest_framework.request import Request

    from articles.models import Person


MERGES = Listing(
    name="merges",
    rows=PersonMerge.objects.all,
    serializer=MergeSerializer,
    filters=filters.MergeFilters,
    orderings={"merged": "merged_at", "id": "id"},
    default_ordering="-merged",
)
MATCHES = Listing(
    name="possible-matches",
    rows=PossibleMatch.objects.all,
    serializer=PossibleMatchSerializer,
    filters=filters.MatchFilters,
    orderings={"score": "score", "offered": "offered_at", "id": "id"},
    default_ordering="-score",
)


class MergeViewSet(EditorsOnly, ResourceViewSet):
    """Every merge of two people, those undone included, the latest first."""

    queryset = PersonMerge.objects.all()
    listing = MERGES

    @extend_schema(request=NO_FIELDS, responses=MergeSerializer)
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, pk: str) -> Response:
        """Take a merge back: who was merged has their facts, names and id again."""
        done = self.get_object()
        self.body(editing.NoBodySerializer)
        merging.undo(done, by=self.editor())
        return Response(self.get_serializer(done).data)


class PossibleMatchViewSet(EditorsOnly, ResourceViewSet):
    """Pairs of people who may be one, the likeliest first."""

    queryset = PossibleMatch.objects.all()
    listing = MATCHES

    @extend_schema(request=editing.MatchMergeSerializer, responses={201: MergeSerializer})
    @action(detail=True, methods=["post"])
    def merge(self, request: Request, pk: str) -> Response:
        """Decide that the two are one person."""
        both = _both(self.get_object())
        # The first is the one with the lower id, known for longer.
        likely = max(both, key=lambda person: person.mention_count)
        kept = self.body(editing.MatchMergeSerializer).get("keep", likely)
        if kept not in both:
            raise ValidationError({"keep": [f"Either {both[0].pk} or {both[1].pk}."]})
        other = both[1] if kept == both[0] else both[0]
        return merged(request, merging.merge(kept, other, by=self.editor()))

    @extend_schema(request=NO_FIELDS, responses=PossibleMatchSerializer)
    @action(detail=True, methods=["post"])
    def reject(self, request: Request, pk: str) -> Response:
        """Decide that the two are two people; the pair is not offered again."""
        match = self.get_object()
        self.body(editing.NoBodySerializer)
        merging.reject(match, by=self.editor())
        return Response(self.get_serializer(self.get_object()).data)


def _both(match: PossibleMatch) -> tuple[Person, Person]:
    return match.first, match.second
