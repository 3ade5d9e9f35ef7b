"""What a merge taken back leaves behind when editors and loads went on in between."""

from __future__ import annotations

import pytest

from articles.models import Mention
from articles.services import merging, people
from tests.builders import make_article, make_mention, make_person

pytestmark = pytest.mark.django_db


def test_somebody_whose_merge_was_taken_back_may_lose_all_facts() -> None:
    article = make_article()
    anna = make_person(name="Anna Reyes")
    make_mention(article=article, person=anna)
    merging.undo(merging.merge(make_person(), anna, by="desk"), by="desk")
    with people.counted(article):
        Mention.objects.filter(article=article).delete()
    anna.refresh_from_db()
    assert anna.mention_count == 0
