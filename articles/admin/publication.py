"""The three fields that say when an article was published, after an editor changed some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError

from articles.choices import Granularity
from articles.models.article import UNDATED
from articles.services.delivery import publication

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articles.models import Source


def settle(values: Mapping[str, Any], changed: set[str], source: Source) -> dict[str, Any]:
    """The three values, with those that the editor left following the others.

    Raises:
        ValidationError: by field, where they contradict one another.
    """
    moment, day = values["published_at"], values["published_on"]
    granularity = values["published_granularity"]
    if "published_at" in changed and "published_on" not in changed:
        day = moment and _published("published_at", moment, source)["published_on"]
        granularity = granularity if "published_granularity" in changed else Granularity.TIME
    elif (
        "published_on" in changed
        and "published_at" not in changed
        and not (day and moment and granularity == Granularity.TIME)
    ):
        moment = day and _published("published_on", day, source)["published_at"]
        granularity = Granularity.DAY
    if (moment is None) != (day is None):
        raise ValidationError({"published_on": "Give both the time and the day, or neither."})
    if moment is None:
        return {"published_at": None, "published_on": None, "published_granularity": ""}
    if moment <= UNDATED:
        raise ValidationError({"published_at": "No article was published then."})
    if abs((moment.date() - day).days) > 1:
        raise ValidationError({"published_on": "More than a day away from the time in UTC."})
    return {
        "published_at": moment,
        "published_on": day,
        "published_granularity": granularity or Granularity.TIME,
    }


def _published(field: str, value: Any, source: Source) -> dict[str, Any]:
    try:
        return publication(value, source)
    except (ValueError, OverflowError) as error:
        raise ValidationError({field: str(error)}) from error
