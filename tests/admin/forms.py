"""Forms of the admin, sent as a browser sends them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from lxml.html import document_fromstring

if TYPE_CHECKING:
    from django.db.models import Model
    from django.test import Client


def address(model: type[Model], page: str, *args: object) -> str:
    return reverse(f"admin:articles_{model._meta.model_name}_{page}", args=args)


def submit(desk: Client, row: Model, **changes: Any) -> Any:
    """Send the form of a row as it is shown, but for the changes."""
    page = address(type(row), "change", row.pk)
    document: Any = document_fromstring(desk.get(page).content.decode())
    form = document.get_element_by_id(f"{row._meta.model_name}_form")
    # As browsers send what stands in a text area.
    shown = {name: value.replace("\n", "\r\n") for name, value in form.form_values()}
    return desk.post(page, shown | changes)


def errors(response: Any) -> dict[str, list[str]]:
    return dict(response.context["adminform"].form.errors)
