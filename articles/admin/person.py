"""People and the names they go by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.core.validators import RegexValidator
from django.utils.html import format_html

from articles.admin.fields import LinesField
from articles.admin.merging import WhoIsWho
from articles.admin.permissions import DeletableAdmin, ReadOnlyAdmin, change_url, list_url
from articles.extraction.folding import fold
from articles.models import Mention, Person, PersonAlias, Quote
from articles.readers.authority import WIKIDATA_ID
from articles.services import review
from articles.services.identity import NAME_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet
    from django.http import HttpRequest


class PersonForm(forms.ModelForm[Person]):
    names = LinesField(
        max_length=NAME_LENGTH,
        required=False,
        label="Aliases",
        widget=forms.Textarea(attrs={"rows": 5, "cols": 60}),
        help_text="Other forms of the name, one a line. Whoever articles call by one of them "
        "is compared with this person.",
    )
    wikidata_id = forms.CharField(
        max_length=20,
        required=False,
        label="Wikidata id",
        help_text="For example Q22686.",
        validators=[RegexValidator(WIKIDATA_ID, "A Wikidata id is a Q and a number: Q22686.")],
    )

    class Meta:
        model = Person
        fields = ("name", "description", "wikidata_id")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk:
            self.initial["names"] = [alias.name for alias in self.instance.aliases.all()]

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if not fold(name):
            raise forms.ValidationError("A name needs a letter or a figure.")
        return name


class MergedFilter(admin.SimpleListFilter):
    """Leaves out those who were merged into others, unless asked for them."""

    title = "merged"
    parameter_name = "merged"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "merged into somebody else")]

    def choices(self, changelist: Any) -> Iterator[Any]:
        everybody, *others = super().choices(changelist)
        yield {**everybody, "display": "people of their own"}
        yield from others

    def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        return queryset.filter(merged_into__isnull=self.value() != "yes")


@admin.register(Person)
class PersonAdmin(WhoIsWho, DeletableAdmin[Person]):
    form = PersonForm
    list_display = (
        "name", "description", "wikidata_id", "origin", "article_count", "mention_count",
        "quote_count",
    )  # fmt: skip
    list_filter = (MergedFilter, "origin", ("wikidata_id", admin.EmptyFieldListFilter))
    ordering = ("folded_name", "id")
    change_form_template = "admin/articles/person.html"
    search_fields = ("name", "wikidata_id")
    search_help_text = "The beginning of a name or alias, or the Wikidata id."
    readonly_fields = ("origin", "article_count", "mentions_link", "quotes_link")

    def get_fieldsets(self, request: HttpRequest, obj: Person | None = None) -> Any:
        sections: list[Any] = [
            (None, {"fields": ("name", "description", "wikidata_id", "names")}),
        ]
        return [*sections, ("In the articles", {"fields": self.readonly_fields})][: 2 if obj else 1]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Person], search_term: str
    ) -> tuple[QuerySet[Person], bool]:
        if request.resolver_match and request.resolver_match.url_name == "autocomplete":
            # No fact is given to somebody who was merged.
            queryset = queryset.filter(merged_into=None)
        if not fold(search_term):
            return (queryset.none() if search_term else queryset), False
        named = PersonAlias.objects.filter(folded__startswith=fold(search_term)).values("person")
        by_id = Person.objects.filter(wikidata_id__iexact=search_term.strip()).values("pk")
        return queryset.filter(pk__in=named) | queryset.filter(pk__in=by_id), False

    def save_model(self, request: HttpRequest, obj: Person, form: Any, change: bool) -> None:
        if form.has_changed():
            review.save_person(obj, form.cleaned_data["names"])

    def has_change_permission(self, request: HttpRequest, obj: Person | None = None) -> bool:
        """Somebody who was merged is changed no more, until that is taken back."""
        merged = obj is not None and obj.merged_into_id is not None
        return not merged and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Person | None = None) -> bool:
        """Only people whom no fact names any more and no merge concerns, one by one."""
        if obj is None or not super().has_delete_permission(request, obj):
            return False
        belonging = (
            obj.appearances, obj.merges, obj.merges_into_others, obj.merged_people,
        )  # fmt: skip
        return not any(rows.exists() for rows in belonging)

    @admin.display(description="aliases")
    def names(self, person: Person) -> str:
        """Shown to those who may only look."""
        return ", ".join(alias.name for alias in person.aliases.all())

    @admin.display(description="mentions")
    def mentions_link(self, person: Person) -> str:
        address = list_url(Mention, person__id__exact=person.pk)
        return format_html('<a href="{}">{} mentions</a>', address, person.mention_count)

    @admin.display(description="quotes")
    def quotes_link(self, person: Person) -> str:
        address = list_url(Quote, speaker__id__exact=person.pk)
        return format_html('<a href="{}">{} quotes</a>', address, person.quote_count)


@admin.register(PersonAlias)
class PersonAliasAdmin(ReadOnlyAdmin[PersonAlias]):
    """All names in one list; they are changed on the person's page."""

    list_display = ("name", "person_link")
    list_select_related = ("person",)
    list_filter = ("person__origin",)
    ordering = ("folded", "id")
    search_fields = ("name", "person__name")
    fields = ("name", "person_link")
    readonly_fields = ("name", "person_link")

    @admin.display(description="person (change the aliases there)", ordering="person__folded_name")
    def person_link(self, alias: PersonAlias) -> str:
        return format_html('<a href="{}">{}</a>', change_url(alias.person), alias.person)
