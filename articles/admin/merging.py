"""The pages on which an editor merges a person, splits one and takes a merge back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Case, Value, When
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from articles.admin.permissions import RowAdmin, change_url
from articles.admin.profile import profile, sights, with_context
from articles.admin.searching import matches
from articles.choices import MatchStatus
from articles.extraction.folding import fold
from articles.models import Article, Person, PersonMerge, PossibleMatch
from articles.services import merging
from articles.services.identity import NAME_LENGTH
from articles.services.merging import IdentityError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db import models
    from django.http import HttpRequest, HttpResponse
    from django.urls import URLPattern

CHANGE_PERSON = "articles.change_person"
# Articles on one page of a split, and matches on a person's page.
PER_PAGE = 100
MATCHES = 50
# The order of possible matches: those to be decided, the likeliest of them first.
OPEN_FIRST = (
    Case(When(status=MatchStatus.OPEN, then=Value(0)), default=Value(1)), "-score", "-id",
)  # fmt: skip


def log(request: HttpRequest, rows: Sequence[models.Model], message: str) -> None:
    """Enter a decision in the history of each row it concerns."""
    LogEntry.objects.log_actions(str(request.user.pk), rows, CHANGE, message)


def merge(request: HttpRequest, *, kept: Person, merged: Person) -> bool:
    """Merge two people and tell the editor; False where they cannot be merged."""
    try:
        merging.merge(kept, merged, by=request.user.get_username())
    except IdentityError as error:
        messages.error(request, str(error))
        return False
    log(request, [kept], f"Merged {merged} ({merged.pk}) into this person.")
    log(request, [merged], f"Merged into {kept} ({kept.pk}).")
    told = format_html(
        '{} is now <a href="{}#who">{}</a>, where the merge can be taken back.',
        merged, change_url(kept), kept,
    )  # fmt: skip
    messages.success(request, told)
    return True


class PersonSelect(AutocompleteSelect):
    """Shows nobody where what was sent cannot be an id, instead of failing on it."""

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        return super().optgroups(name, [pk for pk in value if str(pk).isdecimal()], attrs)


class MergeForm(forms.Form):
    """Whom to compare a person with."""

    other = forms.ModelChoiceField(
        Person.objects.filter(merged_into=None),
        widget=PersonSelect(PossibleMatch._meta.get_field("first"), admin.site),
        label="The other person",
        help_text="Type the beginning of any of their names.",
    )

    def __init__(self, person: Person, *args: Any) -> None:
        super().__init__(*args)
        self.person = person

    def clean_other(self) -> Person:
        other: Person = self.cleaned_data["other"]
        if other == self.person:
            raise forms.ValidationError("This is the same person: choose another one.")
        return other


class SplitForm(forms.Form):
    """Which articles speak of somebody else."""

    name = forms.CharField(max_length=NAME_LENGTH, required=False)
    articles = forms.ModelMultipleChoiceField(
        Article.objects.none(),
        error_messages={"required": "Choose the articles that speak of the other person."},
    )

    def __init__(self, person: Person, *args: Any) -> None:
        super().__init__(*args)
        named = Article.objects.filter(appearances__person=person)
        self.fields["articles"].queryset = named.only("pk").distinct()  # type: ignore[attr-defined]

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if name and not fold(name):
            raise forms.ValidationError("A name needs a letter or a figure.")
        return name


class WhoIsWho(RowAdmin[Person]):
    """What a person's page offers to put right who is who."""

    def get_urls(self) -> list[URLPattern]:
        pages = [
            ("<int:person_id>/merge/", self.merge_view, "merge"),
            ("<int:person_id>/split/", self.split_view, "split"),
            ("undo-merge/<int:merge_id>/", require_POST(self.undo_view), "undo_merge"),
        ]
        own = [
            path(route, self.admin_site.admin_view(view), name=f"articles_person_{name}")
            for route, view, name in pages
        ]
        return [*own, *super().get_urls()]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        person = self.get_object(request, object_id)
        context = {**(extra_context or {}), **(_who(request, person) if person else {})}
        return super().change_view(request, object_id, form_url, context)

    def merge_view(self, request: HttpRequest, person_id: int) -> HttpResponse:
        """Whom to merge with; then both side by side and what would move."""
        person = self._changeable(request, person_id)
        sent = request.POST if request.method == "POST" else request.GET
        form = MergeForm(person, sent or None)
        other = form.cleaned_data["other"] if form.is_valid() else None
        if request.method == "POST" and other:
            decision = request.POST.get("decision", "")
            if decision not in ("left", "right"):
                raise BadRequest("decision is left or right")
            kept, merged = (person, other) if decision == "left" else (other, person)
            done = merge(request, kept=kept, merged=merged)
            return redirect(change_url(kept if done else person))
        pair = {"left": profile(person), "right": profile(other)} if other else {}
        context = {"title": f"Merge {person}", "form": form, "other": other, **pair}
        return self._page(request, "merge", person, context, form.media)

    def split_view(self, request: HttpRequest, person_id: int) -> HttpResponse:
        """The articles that name a person; those chosen become another one's."""
        person = self._changeable(request, person_id)
        form = SplitForm(person, request.POST if request.method == "POST" else None)
        if form.is_valid():
            new = self._split(request, person, form.cleaned_data)
            if new is not None:
                return redirect(change_url(new))
        words = request.GET.get("q", "")
        rows = with_context(person.appearances.all())
        if words:
            rows = rows.filter(matches(request, words, "article__search_text"))
        page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
        context = {
            "title": f"Split {person}",
            "form": form,
            "words": words,
            "page": page,
            "sights": sights(page.object_list),
            "chosen": set(request.POST.getlist("articles")),
        }
        return self._page(request, "split", person, context)

    def undo_view(self, request: HttpRequest, merge_id: int) -> HttpResponse:
        if not request.user.has_perm(CHANGE_PERSON):
            raise PermissionDenied
        done = get_object_or_404(PersonMerge.objects.select_related("kept", "merged"), pk=merge_id)
        kept, merged = done.kept, done.merged
        try:
            merging.undo(done, by=request.user.get_username())
        except IdentityError as error:
            self.message_user(request, str(error), messages.ERROR)
        else:
            log(request, [kept], f"Took back the merge of {merged} ({merged.pk}).")
            log(request, [merged], f"Took back the merge into {kept} ({kept.pk}).")
            told = format_html('<a href="{}">{}</a> is a person again.', change_url(merged), merged)
            self.message_user(request, told, messages.SUCCESS)
        return redirect(change_url(kept))

    def _split(self, request: HttpRequest, person: Person, values: dict[str, Any]) -> Person | None:
        articles = [article.pk for article in values["articles"]]
        by = request.user.get_username()
        try:
            new = merging.split(person, articles, by=by, name=values["name"])
        except IdentityError as error:
            self.message_user(request, str(error), messages.ERROR)
            return None
        log(request, [person], f"Split: {len(articles)} articles went to {new} ({new.pk}).")
        log(request, [new], f"Split off {person} ({person.pk}).")
        told = format_html(
            'This is the new person; <a href="{}">{}</a> has kept the other articles.',
            change_url(person), person,
        )  # fmt: skip
        self.message_user(request, told, messages.SUCCESS)
        return new

    def _changeable(self, request: HttpRequest, person_id: int) -> Person:
        """The person to be changed, by somebody who may do that."""
        person = get_object_or_404(Person, pk=person_id)
        if not self.has_change_permission(request, person):
            raise PermissionDenied
        return person

    def _page(
        self,
        request: HttpRequest,
        name: str,
        person: Person,
        context: dict[str, Any],
        media: forms.Media | None = None,
    ) -> HttpResponse:
        common = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "media": media or forms.Media(),
            "person": person,
            "person_url": change_url(person),
        }
        return TemplateResponse(request, f"admin/articles/{name}.html", common | context)


def _who(request: HttpRequest, person: Person) -> dict[str, Any]:
    """What a person's page tells of merges and possible matches."""
    merges = PersonMerge.objects.select_related("kept", "merged")
    matches = PossibleMatch.objects.about(person).select_related("first", "second")
    latest = matches.order_by(*OPEN_FIRST)[:MATCHES]
    return {
        "merged_into": person.merged_into,
        "merged_into_url": person.merged_into and change_url(person.merged_into),
        "merges": [
            (done, change_url(done.kept), change_url(done.merged))
            for done in merges.filter(kept=person) | merges.filter(merged=person)
        ],
        "matches": [
            (match, match.second if match.first_id == person.pk else match.first, change_url(match))
            for match in latest
        ],
        "may_decide": request.user.has_perm(CHANGE_PERSON),
        "merge_url": reverse("admin:articles_person_merge", args=[person.pk]),
        "split_url": reverse("admin:articles_person_split", args=[person.pk]),
    }
