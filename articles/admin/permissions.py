"""What the pages of several models have in common: who may do what, and links between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import models
from django.urls import reverse

if TYPE_CHECKING:
    from django.http import HttpRequest

Row = TypeVar("Row", bound=models.Model)


class RowAdmin(admin.ModelAdmin[Row]):
    """Lists that stay quick on large tables."""

    list_per_page = 50
    list_max_show_all = 200
    show_full_result_count = False

    class Media:
        css = {"all": ["articles/admin.css"]}

    def log_all(self, request: HttpRequest, rows: list[Row], message: str) -> None:
        """Enter an action on many rows in the history of each."""
        LogEntry.objects.log_actions(str(request.user.pk), rows, CHANGE, message)


class UndeletableAdmin(RowAdmin[Row]):
    def has_delete_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:
        return False


class ReadOnlyAdmin(UndeletableAdmin[Row]):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:
        return False


class DeletableAdmin(RowAdmin[Row]):
    """Rows that go with all that belongs to them, however much that is."""

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Names what is deleted without listing its facts, whose own pages forbid deletion.

        Both callers have asked for the permission to delete the rows themselves.
        """
        names = [str(row) for row in objs]
        return names, {self.opts.verbose_name_plural: len(names)}, set(), []


def change_url(row: models.Model) -> str:
    """The address of a row's page."""
    options = row._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[row.pk])


def list_url(model: type[models.Model], **filters: object) -> str:
    """The address of a model's list, filtered."""
    options = model._meta
    address = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
    return f"{address}?{urlencode(filters)}"


def add_url(model: type[models.Model], **values: object) -> str:
    """The address of the form for a new row, with values filled in."""
    options = model._meta
    return f"{reverse(f'admin:{options.app_label}_{options.model_name}_add')}?{urlencode(values)}"
