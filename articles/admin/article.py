"""Sources, articles with their marked text, and the versions before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Q
from django.utils.html import format_html
from django.utils.text import slugify

from articles.admin.fields import LabelledDateTime, LinesField, PrintedTextField
from articles.admin.overview import facts_overview, marked_body
from articles.admin.permissions import DeletableAdmin, ReadOnlyAdmin, change_url, list_url
from articles.admin.publication import settle
from articles.admin.searching import matches
from articles.choices import ExtractionState
from articles.models import Article, ArticleVersion, Source
from articles.services.articles import delete_article, edit_article
from articles.services.extract import extract_article, mark_pending

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

# The most articles that are extracted while the editor waits.
AT_ONCE = 20


class SourceForm(forms.ModelForm[Source]):
    homepage = forms.URLField(max_length=500, required=False, assume_scheme="https")

    class Meta:
        model = Source
        fields = ("name", "homepage", "country", "language", "timezone")

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if not self.instance.pk:
            slug = slugify(name, allow_unicode=True)
            if not slug or Source.objects.filter(slug=slug).exists():
                raise forms.ValidationError("Another source goes by this name; choose another one.")
            self.instance.slug = slug
        return name

    def clean_country(self) -> str:
        return str(self.cleaned_data["country"]).upper()

    def clean_timezone(self) -> str:
        zone = str(self.cleaned_data["timezone"])
        if zone and zone not in available_timezones():
            raise forms.ValidationError("Not an IANA time zone, such as Europe/London.")
        return zone


@admin.register(Source)
class SourceAdmin(DeletableAdmin[Source]):
    form = SourceForm
    list_display = ("name", "slug", "country", "language", "timezone", "articles_link")
    list_filter = ("country", "language")
    search_fields = ("name", "slug", "homepage")
    readonly_fields = ("slug", "articles_link")

    def get_fieldsets(self, request: HttpRequest, obj: Source | None = None) -> Any:
        names = ("name", "homepage", "country", "language", "timezone")
        return [(None, {"fields": (*names, *self.readonly_fields) if obj else names})]

    def has_delete_permission(self, request: HttpRequest, obj: Source | None = None) -> bool:
        """Only sources without articles, one by one."""
        used = obj is None or obj.articles.exists()
        return not used and super().has_delete_permission(request, obj)

    @admin.display(description="articles")
    def articles_link(self, source: Source) -> str:
        address = list_url(Article, source__id__exact=source.pk)
        return format_html('<a href="{}">its articles</a>', address)


class ArticleForm(forms.ModelForm[Article]):
    standfirst = PrintedTextField(
        required=False, widget=forms.Textarea(attrs={"rows": 3, "cols": 80})
    )
    keywords = LinesField(
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "cols": 40}),
        help_text="One a line.",
    )

    class Meta:
        model = Article
        fields = (
            "headline", "standfirst", "byline", "dateline", "section", "keywords", "language",
            "url", "rights", "published_at", "published_on", "published_granularity", "pub_status",
        )  # fmt: skip
        widgets = {
            "published_at": LabelledDateTime,
        }
        labels = {"url": "Address"}
        help_texts = {
            "published_at": "In UTC. Of this and the day, one left unchanged follows the other.",
        }

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        changed = set(self.changed_data)
        if "published_at" not in changed:
            # The widget leaves out fractions of a second.
            values["published_at"] = self.instance.published_at
        if not self.errors:
            values |= settle(values, changed, self.instance.source)
        return values


@admin.register(Article)
class ArticleAdmin(DeletableAdmin[Article]):
    form = ArticleForm
    list_display = ("headline", "source", "published_at", "state", "version")
    list_filter = ("state", "pub_status", "source", "published_at", "published_granularity")
    ordering = ("-sort_at", "-id")
    search_fields = ("headline",)
    search_help_text = "Words of the headline, standfirst and body; or a whole guid or address."
    actions = ("extract_again",)
    fieldsets = (
        ("Text and facts", {"fields": ("marked", "overview")}),
        (
            "As delivered, unless corrected here",
            {
                "fields": ArticleForm.Meta.fields,
                "description": "What you change here is no longer changed by deliveries. With "
                "another headline, language or day of publication, the article is read again.",
            },
        ),
        (
            "Where it comes from",
            {
                "classes": ("collapse",),
                "fields": (
                    "source", "guid", "version", "versions_link", "digest", "body_sha256",
                    "modified_at", "loaded_from", "loaded_at", "edited_fields", "state",
                    "state_reason", "extractor", "extracted_at",
                ),
            },
        ),
    )  # fmt: skip
    readonly_fields = (
        "marked", "overview", "source", "guid", "version", "versions_link", "digest",
        "body_sha256", "modified_at", "loaded_from", "loaded_at", "edited_fields", "state",
        "state_reason", "extractor", "extracted_at",
    )  # fmt: skip

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Articles come by load_articles."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return Article.objects.for_list().order_by(*self.ordering)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Article], search_term: str
    ) -> tuple[QuerySet[Article], bool]:
        if not search_term:
            return queryset, False
        term = search_term.strip()
        named = queryset.filter(Q(guid=term) | Q(url=term))
        return (named if named.exists() else queryset.filter(matches(request, term))), False

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Leaves the deliveries off what was changed, and reads the article anew if need be."""
        stored = Article.objects.get(pk=obj.pk)
        names = {
            name for name in ArticleForm.Meta.fields if getattr(stored, name) != getattr(obj, name)
        }
        if not names:
            return
        edit_article(obj, names)
        if obj.state == ExtractionState.PENDING:
            # Behind the form's transaction: others may write while the text is read.
            transaction.on_commit(lambda: extract_article(obj))

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        delete_article(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        for article in queryset:
            delete_article(article)

    @admin.action(description="Extract again", permissions=["change"])
    def extract_again(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Reads a few articles at once and leaves more than that to the command."""
        articles = list(queryset)
        self.log_all(request, articles, "Extracted again.")
        if len(articles) > AT_ONCE:
            mark_pending(Article.objects.filter(pk__in=[article.pk for article in articles]))
            wait = f"{len(articles)} articles wait for the next load or “manage.py reextract”."
            self.message_user(request, wait, messages.WARNING)
            return
        for article in articles:
            extract_article(article)
        unread = [article for article in articles if article.state != ExtractionState.DONE]
        self.message_user(request, f"{len(articles) - len(unread)} extracted.", messages.SUCCESS)
        for article in unread:
            reason = f"{article.headline}: {article.state_reason}"
            self.message_user(request, reason, messages.ERROR)

    @admin.display(description="text")
    def marked(self, article: Article) -> str:
        return marked_body(article)

    @admin.display(description="facts")
    def overview(self, article: Article) -> str:
        return facts_overview(article)

    @admin.display(description="earlier versions")
    def versions_link(self, article: Article) -> str:
        address = list_url(ArticleVersion, article__id__exact=article.pk)
        return format_html('<a href="{}">{}</a>', address, article.versions.count())


@admin.register(ArticleVersion)
class ArticleVersionAdmin(ReadOnlyAdmin[ArticleVersion]):
    list_display = ("article_link", "number", "loaded_at")
    list_filter = ("loaded_at", "article__source")
    ordering = ("-pk",)
    search_fields = ("article__headline", "article__guid")
    fields = ("article_link", "number", "loaded_at", "digest", "body_sha256", "fields", "text")
    readonly_fields = ("article_link", "text")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ArticleVersion]:
        rows = super().get_queryset(request).select_related("article")
        return rows.defer("body", "article__body", "article__search_text")

    @admin.display(description="article", ordering="article")
    def article_link(self, version: ArticleVersion) -> str:
        return format_html('<a href="{}">{}</a>', change_url(version.article), version.article)

    @admin.display(description="text")
    def text(self, version: ArticleVersion) -> str:
        return format_html('<div class="article-text">{}</div>', version.body)
