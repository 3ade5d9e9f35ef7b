"""Tell a newcomer where everything is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.urls import reverse

from articles.models import Person, Quote

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    help = "Print the addresses of the API, the explorer and the admin, and a query to try."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--base", default="http://127.0.0.1:8000", metavar="URL")

    def handle(self, *args: Any, **options: Any) -> None:
        base = options["base"].rstrip("/")
        lines = [
            ("API", base + reverse("api-root")),
            ("Explorer", base + reverse("docs")),
            ("Admin", base + reverse("admin:index")),
        ]
        for name, address in lines:
            self.stdout.write(f"{name:10}{address}")
        if not get_user_model().objects.filter(is_staff=True).exists():
            self.stdout.write(f"{'':10}(no user yet: .venv/bin/python manage.py createsuperuser)")
        if example := self._example():
            self.stdout.write(f"{'Try':10}curl '{base}{example}'")

    def _example(self) -> str:
        """A query with an answer: the quotes of the person quoted most."""
        person = Person.objects.order_by("-quote_count", "id").first()
        if person is None or not Quote.objects.current().filter(speaker=person).exists():
            return ""
        query = urlencode({"speaker": person.pk, "type": "direct"})
        if not Quote.objects.current().filter(speaker=person, quote_type="direct").exists():
            query = urlencode({"speaker": person.pk})
        self.stdout.write(f"{'Example':10}what did {person.name} say?")
        return f"{reverse('quote-list')}?{query}"
