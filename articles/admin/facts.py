"""Quotes, mentions and dates: found by the program, corrected by editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.html import format_html

from articles.admin.fields import PrintedTextField
from articles.admin.permissions import UndeletableAdmin, change_url
from articles.admin.searching import matches
from articles.choices import Status
from articles.extraction.folding import fold
from articles.models import DateExpression, Mention, Person, Quote
from articles.models.facts import Fact
from articles.services import review

if TYPE_CHECKING:
    from django.contrib.admin.options import _FieldsetSpec
    from django.db.models import QuerySet
    from django.http import HttpRequest

Row = TypeVar("Row", bound=Fact)

# Characters shown on either side of a fact on its page.
CONTEXT = 300
_NEVER_DELETED = (
    "Facts are not deleted. Reject one that is wrong: its place is remembered, and no later run "
    "brings it back. A fact that you change or confirm stays as you leave it."
)
_PROVENANCE = ("origin", "confidence", "extractor", "found_at", "earlier_version")


class ConfidenceFilter(admin.SimpleListFilter):
    title = "confidence"
    parameter_name = "confidence"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [("low", "below 0.5"), ("middle", "0.5 to 0.8"), ("high", "0.8 and above")]

    def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        ranges = {
            "low": {"confidence__lt": 0.5},
            "middle": {"confidence__gte": 0.5, "confidence__lt": 0.8},
            "high": {"confidence__gte": 0.8},
        }
        return queryset.filter(**ranges.get(self.value() or "", {}))


class FactForm(forms.ModelForm[Any]):
    text = PrintedTextField(
        widget=forms.Textarea(attrs={"rows": 4, "cols": 80}),
        help_text="The words as printed in the article; no quotation marks around a quote.",
    )
    start = forms.IntegerField(
        min_value=0,
        required=False,
        help_text="Where the text begins, counted in characters from 0; only needed where the "
        "words stand in the article more than once: the place nearest to this number is taken.",
    )

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc] # Django's stubs leave the hook out
        if self.errors:
            return
        try:
            review.fit(self.instance, self.cleaned_data["start"])
        except ValidationError as error:
            self.add_error(None, error)


class QuoteForm(FactForm):
    speaker_text = PrintedTextField(
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 1, "cols": 60}),
        help_text="The words for the speaker as printed beside the quote: Reyes, she, a spokesman.",
    )
    cue = PrintedTextField(
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 1, "cols": 60}),
        help_text="The words that mark speech, as printed beside the quote: said, according to.",
    )

    class Meta:
        model = Quote
        fields = (
            "article", "text", "start", "quote_type", "speaker", "speaker_text", "cue", "status",
        )  # fmt: skip
        help_texts = {
            "speaker": "Who speaks; empty if nobody is named.",
            "quote_type": "direct: all in quotation marks; indirect: none; mixed: some words.",
        }


class MentionForm(FactForm):
    class Meta:
        model = Mention
        fields = ("article", "text", "start", "person", "title", "status")
        help_texts = {"title": "As printed beside the name: Vice President."}


class DateForm(FactForm):
    def _get_validation_exclusions(self) -> set[str]:
        # The service checks the order of the days, in words for the editor.
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc] # as above
        return excluded | {"earliest"}

    class Meta:
        model = DateExpression
        fields = (
            "article", "text", "start", "timex_type", "value", "mod", "earliest", "latest",
            "status",
        )  # fmt: skip
        help_texts = {
            "earliest": "First day meant. Leave both days as they are to have them follow a "
            "changed value.",
            "latest": "Last day meant, inclusive.",
        }


class FactAdmin(UndeletableAdmin[Row]):
    """Pages of one kind of fact.

    ``own_fields`` are those that only this kind has, ``found_fields`` those of
    them that nobody sets by hand.
    """

    own_fields: tuple[str, ...] = ()
    found_fields: tuple[str, ...] = ()
    actions = ("confirm", "reject", "set_back")
    ordering = ("-pk",)

    def get_readonly_fields(self, request: HttpRequest, obj: Row | None = None) -> tuple[str, ...]:
        return ("article_link", "context", *self.found_fields, *_PROVENANCE)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Row]:
        rows = super().get_queryset(request).select_related("article", "earlier_version")
        return rows.defer("article__body", "article__search_text", "earlier_version__body")

    def get_fieldsets(self, request: HttpRequest, obj: Row | None = None) -> _FieldsetSpec:
        place = ("article_link", "context") if obj else ("article",)
        sections: list[Any] = [
            (None, {"fields": (*place, "text", "start"), "description": _NEVER_DELETED}),
            ("What it says", {"fields": (*self.own_fields, *(self.found_fields if obj else ()))}),
            ("Review", {"fields": ("status", *(_PROVENANCE if obj else ()))}),
        ]
        return sections

    def save_model(self, request: HttpRequest, obj: Row, form: Any, change: bool) -> None:
        review.save(obj)

    @admin.display(description="in the article")
    def context(self, fact: Row) -> str:
        body = (fact.earlier_version or fact.article).body
        return render_to_string(
            "admin/articles/context.html",
            {
                "before": body[max(0, fact.start - CONTEXT) : fact.start],
                "words": body[fact.start : fact.end],
                "after": body[fact.end : fact.end + CONTEXT],
                "cut_before": fact.start > CONTEXT,
                "cut_after": fact.end + CONTEXT < len(body),
                "kind": fact._meta.model_name,
            },
        )

    @admin.display(description="found at")
    def found_at(self, fact: Row) -> str:
        """Where the extractor found a fact that an editor has moved since."""
        if fact.found_start is None:
            return "where it stands" if fact.extractor else "added by an editor"
        return f"characters {fact.found_start} to {fact.found_end}"

    @admin.display(description="article", ordering="article")
    def article_link(self, fact: Row) -> str:
        return format_html('<a href="{}">{}</a>', change_url(fact.article), fact.article)

    @admin.display(description="text", ordering="text")
    def words(self, fact: Row) -> str:
        return str(fact)

    @admin.action(description="Confirm", permissions=["change"])
    def confirm(self, request: HttpRequest, queryset: QuerySet[Row]) -> None:
        self._set_status(request, queryset, Status.CONFIRMED)

    @admin.action(description="Reject (no later run brings them back)", permissions=["change"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Row]) -> None:
        self._set_status(request, queryset, Status.REJECTED)

    @admin.action(description="Set back to not reviewed", permissions=["change"])
    def set_back(self, request: HttpRequest, queryset: QuerySet[Row]) -> None:
        self._set_status(request, queryset, Status.UNREVIEWED)

    def _set_status(self, request: HttpRequest, queryset: QuerySet[Row], status: Status) -> None:
        changed = list(queryset.exclude(status=status))
        review.set_status(queryset, status)
        self.log_all(request, changed, f"Status: {status.label}.")
        noun = self.opts.verbose_name if len(changed) == 1 else self.opts.verbose_name_plural
        self.message_user(request, f"{len(changed)} {noun}: {status.label}.", messages.SUCCESS)


@admin.register(Quote)
class QuoteAdmin(FactAdmin[Quote]):
    form = QuoteForm
    own_fields = ("quote_type", "speaker", "speaker_text", "cue")
    found_fields = ("said_on",)
    autocomplete_fields = ("article", "speaker")
    list_display = (
        "words", "spoken_by", "quote_type", "article_link", "status", "origin", "confidence",
    )  # fmt: skip
    list_filter = (
        "status", "origin", ConfidenceFilter, "quote_type", ("speaker", admin.EmptyFieldListFilter),
        ("earlier_version", admin.EmptyFieldListFilter), "article__source",
    )  # fmt: skip
    search_fields = ("text",)
    search_help_text = "Words of the quote, or the speaker's name."

    def get_queryset(self, request: HttpRequest) -> QuerySet[Quote]:
        return super().get_queryset(request).select_related("speaker", "said_on")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Quote], search_term: str
    ) -> tuple[QuerySet[Quote], bool]:
        if not fold(search_term):
            return (queryset.none() if search_term else queryset), False
        spoken_by = Q(speaker__in=Person.objects.named(search_term))
        return queryset.filter(spoken_by | matches(request, search_term)), False

    @admin.display(description="speaker", ordering="speaker__folded_name")
    def spoken_by(self, quote: Quote) -> str:
        return quote.speaker.name if quote.speaker else f"({quote.speaker_text or 'nobody named'})"


@admin.register(Mention)
class MentionAdmin(FactAdmin[Mention]):
    form = MentionForm
    own_fields = ("person", "title")
    autocomplete_fields = ("article", "person")
    list_display = ("words", "person", "title", "article_link", "status", "origin", "confidence")
    list_filter = (
        "status", "origin", ConfidenceFilter, ("quote", admin.EmptyFieldListFilter),
        ("earlier_version", admin.EmptyFieldListFilter), "article__source",
    )  # fmt: skip
    search_fields = ("text", "title", "person__name")
    search_help_text = "The name as printed, the title or the person's name."

    def get_queryset(self, request: HttpRequest) -> QuerySet[Mention]:
        return super().get_queryset(request).select_related("person")


@admin.register(DateExpression)
class DateAdmin(FactAdmin[DateExpression]):
    form = DateForm
    own_fields = ("timex_type", "value", "mod", "earliest", "latest")
    found_fields = ("edtf", "range_number")
    autocomplete_fields = ("article",)
    list_display = (
        "words", "timex_type", "value", "mod", "earliest", "latest", "article_link", "status",
        "origin", "confidence",
    )  # fmt: skip
    list_filter = (
        "status", "origin", ConfidenceFilter, "timex_type", "mod",
        ("earliest", admin.EmptyFieldListFilter),
        ("earlier_version", admin.EmptyFieldListFilter), "article__source",
    )  # fmt: skip
    search_fields = ("text", "value")
    search_help_text = "The words as printed, or the TIMEX3 value."
