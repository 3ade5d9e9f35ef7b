"""django-ninja as its documentation shows it: schemas, and pages by its own paginator."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import path
from ninja import NinjaAPI
from ninja.pagination import LimitOffsetPagination, paginate

from benchmarks.api.peers import database, querysets, records

api = NinjaAPI(docs_url=None)


@api.get("/articles/", response=list[records.Article])
@paginate(LimitOffsetPagination)
def articles(
    request: HttpRequest, section: str, published_after: date, published_before: date
) -> Any:
    begin, end = database.moments(published_after, published_before)
    return querysets.articles().filter(section=section, sort_at__gte=begin, sort_at__lt=end)


@api.get("/articles/{pk}/", response=records.ArticleWithFacts)
def article(request: HttpRequest, pk: int) -> Any:
    return get_object_or_404(querysets.articles_with_facts(), pk=pk)


@api.get("/quotes/", response=list[records.Quote])
@paginate(LimitOffsetPagination)
def quotes(request: HttpRequest, speaker: int) -> Any:
    return querysets.quotes().filter(speaker_id=speaker)


urlpatterns = [path("", api.urls)]
