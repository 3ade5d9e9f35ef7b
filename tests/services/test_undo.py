"""What a merge taken back leaves behind when editors and loads went on in between."""

from __future__ import annotations

import pytest

from articles.models import Mention, Person, PossibleMatch
from articles.services import merging, people, review
from tests.builders import make_article, make_mention, make_person

pytestmark = pytest.mark.django_db


def names(person: Person) -> set[str]:
    return set(person.aliases.values_list("name", flat=True))


def rename(person: Person, name: str) -> None:
    """As an editor does who takes all other names away."""
    person.refresh_from_db()
    person.name = name
    review.save_person(person, [])


def test_somebody_whose_merge_was_taken_back_may_lose_all_facts() -> None:
    article = make_article()
    anna = make_person(name="Anna Reyes")
    make_mention(article=article, person=anna)
    merging.undo(merging.merge(make_person(), anna, by="desk"), by="desk")
    with people.counted(article):
        Mention.objects.filter(article=article).delete()
    anna.refresh_from_db()
    assert anna.mention_count == 0


def test_facts_from_before_the_merge_stay_whatever_names_were_taken_away() -> None:
    anna = make_person(name="Anna Reyes")
    ana = make_person(name="Ana Reyes")
    mention = make_mention(person=ana)
    rename(ana, "Dr Reyes Solano")
    merging.undo(merging.merge(ana, anna, by="desk"), by="desk")
    mention.refresh_from_db()
    assert mention.person == ana
    assert names(ana) == {"Dr Reyes Solano"}


def test_facts_of_another_merge_are_left_to_it() -> None:
    kept = make_person(name="A. Reyes")
    one, other = make_person(), make_person()
    mention = make_mention(person=other)
    first = merging.merge(kept, one, by="desk")
    second = merging.merge(kept, other, by="desk")
    merging.undo(first, by="desk")
    mention.refresh_from_db()
    assert mention.person == kept
    merging.undo(second, by="desk")
    mention.refresh_from_db()
    assert mention.person == other


def test_somebody_renamed_like_the_merged_one_keeps_that_name() -> None:
    kept, merged = make_person(name="A. Reyes"), make_person()
    done = merging.merge(kept, merged, by="desk")
    rename(kept, "Ana Reyes")
    merging.undo(done, by="desk")
    assert names(kept) == {"Ana Reyes"}


def test_matches_that_came_with_the_merged_one_go_again() -> None:
    kept, merged, other, another = (make_person() for _ in range(4))
    for third in (other, another):
        match = PossibleMatch.objects.create(first=merged, second=third)
        merging.reject(match, by="desk")
    done = merging.merge(kept, merged, by="desk")
    merging.reject(PossibleMatch.objects.get(first=kept, second=another), by="chief")
    merging.undo(done, by="desk")
    assert not PossibleMatch.objects.filter(first=kept, second=other).exists()
    assert PossibleMatch.objects.filter(first=kept, second=another).exists()
