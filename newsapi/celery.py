"""The Celery application: ``celery -A newsapi worker``."""

from __future__ import annotations

import os
from typing import Any

from celery import Celery, bootsteps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsapi.settings")

app = Celery("newsapi")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


class Reconciler(bootsteps.StartStopStep):
    """Sends lost work again from within each worker, so that nothing else has to run for it."""

    requires = ("celery.worker.components:Timer",)

    def __init__(self, worker: Any, **options: Any) -> None:
        if not settings.BROKER_URL:
            raise ImproperlyConfigured("Set BROKER_URL, for example to redis://localhost:6379/0.")
        super().__init__(worker, **options)

    def start(self, worker: Any) -> None:
        from articles.tasks import reconcile_quietly

        seconds = settings.NEWSAPI_RECONCILE_SECONDS
        self.entry = worker.timer.call_repeatedly(seconds, reconcile_quietly)

    def stop(self, worker: Any) -> None:
        self.entry.cancel()


app.steps["worker"].add(Reconciler)
