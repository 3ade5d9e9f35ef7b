"""People who may be one, to be decided by an editor, and the record of merges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.html import format_html

from articles.admin.merging import CHANGE_PERSON, OPEN_FIRST, log, merge
from articles.admin.permissions import ReadOnlyAdmin, UndeletableAdmin, change_url, list_url
from articles.admin.profile import profile, reasons
from articles.choices import MatchStatus
from articles.models import PersonMerge, PossibleMatch
from articles.services import merging
from articles.services.turns import take_turns

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from articles.models import Person


class DecisionFilter(admin.SimpleListFilter):
    """By the decision; where one of the two was merged elsewhere, none is asked for."""

    title = "decision"
    parameter_name = "decision"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return list(MatchStatus.choices)

    def queryset(
        self, request: Any, queryset: QuerySet[PossibleMatch]
    ) -> QuerySet[PossibleMatch] | None:
        wanted = self.value()
        if wanted == MatchStatus.OPEN:
            return queryset & PossibleMatch.objects.waiting()
        return queryset.filter(status=wanted) if wanted else queryset


@admin.register(PossibleMatch)
class PossibleMatchAdmin(UndeletableAdmin[PossibleMatch]):
    """The queue: open pairs first, and of these the likeliest."""

    list_display = ("pair", "they_are", "shared", "score", "decision")
    list_filter = (DecisionFilter, "decided_at", "decided_by")
    list_select_related = ("first", "second")
    ordering = OPEN_FIRST
    search_fields = ("first__name", "second__name")
    search_help_text = "A part of either name."
    actions = ("two_people",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Pairs are offered by the program."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: PossibleMatch | None = None) -> bool:
        return request.user.has_perm(CHANGE_PERSON)

    def has_view_permission(self, request: HttpRequest, obj: PossibleMatch | None = None) -> bool:
        return self.has_change_permission(request) or super().has_view_permission(request, obj)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Both people side by side; the three answers are sent here."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        match = self.get_object(request, object_id)
        if match is None:
            raise Http404
        if request.method != "POST":
            return self._page(request, match)
        if not self.has_change_permission(request):
            raise PermissionDenied
        if self._decide(request, match, request.POST.get("decision", "")):
            following = _following(match)
            if following:
                return redirect(change_url(following))
            self.message_user(request, "No possible match is left to decide.", messages.SUCCESS)
            return redirect(list_url(PossibleMatch))
        return redirect(change_url(match))

    def _page(self, request: HttpRequest, match: PossibleMatch) -> HttpResponse:
        waiting = PossibleMatch.objects.waiting()
        is_open = waiting.filter(pk=match.pk).exists()
        following = _following(match)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Is this one person?" if is_open else "Possible match",
            "match": match,
            "left": profile(match.first),
            "right": profile(match.second),
            "reasons": reasons(match),
            "can_decide": is_open and self.has_change_permission(request),
            "is_open": is_open,
            "left_over": waiting.count(),
            "next_url": following and change_url(following),
        }
        return TemplateResponse(request, "admin/articles/possible_match.html", context)

    def _decide(self, request: HttpRequest, match: PossibleMatch, decision: str) -> bool:
        """Carry a decision out; False where it is too late for it."""
        first, second = match.first, match.second
        with transaction.atomic():
            take_turns()
            if not PossibleMatch.objects.waiting().filter(pk=match.pk).exists():
                self.message_user(request, "This was decided in the meantime.", messages.WARNING)
                return False
            if decision == "two":
                self._reject(request, match)
                told = format_html("{} and {} are two people.", first, second)
                self.message_user(request, told, messages.SUCCESS)
                return True
            if decision not in ("left", "right"):
                raise BadRequest("decision is left, right or two")
            kept, merged = (first, second) if decision == "left" else (second, first)
            if not merge(request, kept=kept, merged=merged):
                return False
            log(request, [match], f"One person: kept {kept} ({kept.pk}).")
            return True

    def _reject(self, request: HttpRequest, match: PossibleMatch) -> None:
        merging.reject(match, by=request.user.get_username())
        log(request, [match], "Two people.")

    @admin.action(description="Two people", permissions=["change"])
    def two_people(self, request: HttpRequest, queryset: QuerySet[PossibleMatch]) -> None:
        chosen = {match.pk for match in queryset}
        with transaction.atomic():
            take_turns()
            waiting = PossibleMatch.objects.waiting().filter(pk__in=chosen)
            matches = list(waiting.select_related("first", "second"))
            for match in matches:
                self._reject(request, match)
        self.message_user(request, f"{len(matches)} decided: two people.", messages.SUCCESS)
        if late := len(chosen) - len(matches):
            self.message_user(request, f"{late} had been decided before.", messages.WARNING)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        title = {"title": "People who may be one"}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    @admin.display(description="people", ordering="first__folded_name")
    def pair(self, match: PossibleMatch) -> str:
        return str(match)

    @admin.display(description="who they are")
    def they_are(self, match: PossibleMatch) -> str:
        return " / ".join(map(_in_short, (match.first, match.second)))

    @admin.display(description="words shared")
    def shared(self, match: PossibleMatch) -> str:
        found = (reason.shared for reason in reasons(match) if reason.speaks_for)
        return ", ".join(dict.fromkeys(word for words in found for word in words))

    @admin.display(description="decision", ordering="status")
    def decision(self, match: PossibleMatch) -> str:
        if match.status == MatchStatus.OPEN and _is_settled(match):
            return "settled by another merge"
        by = f", says {match.decided_by}" if match.decided_by else ""
        return f"{match.get_status_display()}{by}"


def _in_short(person: Person) -> str:
    articles = f"{person.article_count} article{'' if person.article_count == 1 else 's'}"
    return f"{person.description or 'no description'}, {articles}"


def _is_settled(match: PossibleMatch) -> bool:
    return bool(match.first.merged_into_id or match.second.merged_into_id)


def _following(match: PossibleMatch) -> PossibleMatch | None:
    """The open pair behind this one in the queue; behind the last comes the first."""
    waiting = PossibleMatch.objects.waiting().exclude(pk=match.pk)
    behind = Q(score__lt=match.score) | Q(score=match.score, pk__lt=match.pk)
    return waiting.filter(behind).first() or waiting.first()


@admin.register(PersonMerge)
class PersonMergeAdmin(ReadOnlyAdmin[PersonMerge]):
    """All merges in one list; they are taken back on the person's page."""

    list_display = ("merged_at", "merged_by", "merged", "kept_link", "undone_at", "undone_by")
    list_filter = (("undone_at", admin.EmptyFieldListFilter), "merged_at", "merged_by")
    list_select_related = ("kept", "merged")
    search_fields = ("kept__name", "merged__name")
    fields = ("merged", "kept_link", "merged_by", "merged_at", "undone_by", "undone_at")
    readonly_fields = ("kept_link",)

    @admin.display(description="became (take it back there)", ordering="kept__folded_name")
    def kept_link(self, done: PersonMerge) -> str:
        return format_html('<a href="{}#who">{}</a>', change_url(done.kept), done.kept)
