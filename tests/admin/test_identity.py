"""Who is who in the admin: the queue of possible matches, merging, splitting, taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.choices import MatchStatus
from articles.models import Appearance, Person, PersonMerge, PossibleMatch
from articles.services import merging
from tests.admin.forms import address, errors, submit
from tests.builders import BODY, make_article, make_mention, make_person, make_quote

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

EVIDENCE = [
    {"kind": "name", "weight": -1.2, "words": ["Ana Reyes"]},
    {"kind": "titles", "weight": 1.2, "words": ["mayor"]},
    {"kind": "gender", "weight": -4.0, "words": []},
]


def make_pair(score: float = 0.5, **names: str) -> PossibleMatch:
    """Two people, each mentioned and quoted in an article, who may be one."""
    first = make_person(name=names.get("first", "Ana Reyes"), aliases=["Reyes"])
    second = make_person(name=names.get("second", "Anna Reyes"), wikidata_id="Q42")
    for person in (first, second):
        article = make_article()
        make_mention(article=article, person=person)
        make_quote(article=article, speaker=person)
    return PossibleMatch.objects.create(first=first, second=second, score=score, evidence=EVIDENCE)


@pytest.fixture
def match(db: None) -> PossibleMatch:
    return make_pair()


def person_page(page: str, person: Person) -> str:
    return reverse(f"admin:articles_person_{page}", args=[person.pk])


def undo_page(done: PersonMerge) -> str:
    return reverse("admin:articles_person_undo_merge", args=[done.pk])


def decide(desk: Client, match: PossibleMatch, decision: str) -> Any:
    page = address(PossibleMatch, "change", match.pk)
    return desk.post(page, {"decision": decision}, follow=True)


def told(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def history(row: Any) -> list[str]:
    entries = LogEntry.objects.filter(object_id=row.pk, content_type__model=row._meta.model_name)
    return [entry.get_change_message() for entry in entries]


class TestQueue:
    def test_open_pairs_come_first_and_the_likeliest_of_them_before_others(
        self, desk: Client
    ) -> None:
        unlikely, likely, decided = (make_pair(score) for score in (-1.0, 0.9, 3.0))
        merging.reject(decided, by="desk")
        rows = desk.get(address(PossibleMatch, "changelist")).context["cl"].result_list
        assert list(rows) == [likely, unlikely, decided]

    @pytest.mark.parametrize(
        ("decision", "found"), [("open", "open"), ("merged", "merged"), ("rejected", "rejected")]
    )
    def test_pairs_are_found_by_their_decision(
        self, decision: str, found: str, desk: Client
    ) -> None:
        pairs = {name: make_pair() for name in ("open", "merged", "rejected", "settled")}
        merging.merge(pairs["merged"].first, pairs["merged"].second, by="desk")
        merging.reject(pairs["rejected"], by="desk")
        merging.merge(make_person(), pairs["settled"].first, by="desk")
        PossibleMatch.objects.exclude(pk__in=[pair.pk for pair in pairs.values()]).delete()
        page = address(PossibleMatch, "changelist")
        rows = desk.get(page, {"decision": decision}).context["cl"].result_list
        assert list(rows) == [pairs[found]]
        assert "settled by another merge" in desk.get(page).content.decode()

    def test_several_pairs_are_decided_at_once(self, desk: Client) -> None:
        one, other, late = (make_pair() for _ in range(3))
        merging.merge(late.first, late.second, by="chief")
        chosen = {"action": "two_people", "_selected_action": [one.pk, other.pk, late.pk]}
        answer = desk.post(address(PossibleMatch, "changelist"), chosen, follow=True)
        assert told(answer) == ["2 decided: two people.", "1 had been decided before."]
        rejected = PossibleMatch.objects.filter(status=MatchStatus.REJECTED, decided_by="editor")
        assert set(rejected) == {one, other}
        assert history(one) == ["Two people."]


class TestPair:
    def test_both_are_shown_with_articles_and_evidence(
        self, match: PossibleMatch, desk: Client
    ) -> None:
        page = desk.get(address(PossibleMatch, "change", match.pk))
        left, right = page.context["left"], page.context["right"]
        assert (left.person, left.aliases) == (match.first, ["Reyes"])
        assert (right.person.wikidata_id, right.first_on, right.last_on) == (
            "Q42", right.latest[0].article.published_on, right.first_on,
        )  # fmt: skip
        sight = left.latest[0]
        assert (sight.before, sight.words) == ("Mayor ", "Ana Reyes")
        assert sight.after == " met the harbour board on Tuesday."
        words = [(reason.speaks_for, reason.words) for reason in page.context["reasons"]]
        assert words == [
            (True, "Their titles share words"),
            (False, "One is written of as a man, the other as a woman"),
            (False, "A great many people bear this full name"),
        ]
        assert b"One person: keep left" in page.content

    @pytest.mark.parametrize(("decision", "kept"), [("left", "first"), ("right", "second")])
    def test_one_person_is_kept_and_the_next_pair_is_shown(
        self, decision: str, kept: str, match: PossibleMatch, desk: Client
    ) -> None:
        better, worse = make_pair(0.9), make_pair(0.1)
        answer = decide(desk, match, decision)
        assert answer.context["match"] == worse
        done = PersonMerge.objects.get()
        assert done.kept == getattr(match, kept)
        assert (done.merged_by, done.kept.mentions.count()) == ("editor", 2)
        assert history(match) == [f"One person: kept {done.kept} ({done.kept.pk})."]
        assert history(done.kept) == [f"Merged {done.merged} ({done.merged.pk}) into this person."]
        assert history(done.merged) == [f"Merged into {done.kept} ({done.kept.pk})."]
        answer = decide(desk, worse, "two")
        assert answer.context["match"] == better

    def test_two_people_stay_two(self, match: PossibleMatch, desk: Client) -> None:
        answer = decide(desk, match, "two")
        assert told(answer)[1:] == ["No possible match is left to decide."]
        match.refresh_from_db()
        assert (match.status, match.decided_by) == (MatchStatus.REJECTED, "editor")
        page = desk.get(address(PossibleMatch, "change", match.pk)).content.decode()
        assert "two people</strong>, by editor on" in page
        assert "<button" not in page.partition("content-main")[2]

    def test_a_decision_that_comes_too_late_is_refused(
        self, match: PossibleMatch, desk: Client
    ) -> None:
        merging.merge(match.first, match.second, by="chief")
        assert told(decide(desk, match, "two")) == ["This was decided in the meantime."]
        match.refresh_from_db()
        assert (match.status, match.decided_by) == (MatchStatus.MERGED, "chief")

    def test_what_cannot_be_merged_is_said(
        self, match: PossibleMatch, desk: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise merging.IdentityError("They are twins.")

        monkeypatch.setattr(merging, "merge", refuse)
        answer = decide(desk, match, "left")
        assert told(answer) == ["They are twins."]
        assert (answer.context["match"], history(match)) == (match, [])

    def test_another_answer_and_another_address_are_refused(
        self, match: PossibleMatch, desk: Client
    ) -> None:
        assert decide(desk, match, "maybe").status_code == 400
        for number in ("0", "none"):
            page = address(PossibleMatch, "change", number)
            assert desk.get(page).status_code == 404

    def test_the_page_needs_as_many_queries_for_many_articles_as_for_few(
        self, match: PossibleMatch, desk: Client
    ) -> None:
        desk.get(address(PossibleMatch, "change", match.pk))
        counts = []
        for _ in range(2):
            with CaptureQueriesContext(connection) as queries:
                desk.get(address(PossibleMatch, "change", match.pk))
            counts.append(len(queries))
            for number in range(7):
                make_mention(person=match.first, article=make_article(headline=str(number)))
                merging.split(match.second, [make_mention(person=match.second).article_id], by="")
        assert counts[0] == counts[1]


class TestPerson:
    def test_people_who_were_merged_are_shown_when_asked_for(
        self, match: PossibleMatch, desk: Client
    ) -> None:
        merging.merge(match.first, match.second, by="desk")
        page = address(Person, "changelist")
        assert list(desk.get(page).context["cl"].result_list) == [match.first]
        merged = desk.get(page, {"merged": "yes"}).context["cl"].result_list
        assert list(merged) == [match.second]

    def test_a_merged_person_leads_to_the_one_who_was_kept(
        self, match: PossibleMatch, desk: Client
    ) -> None:
        merging.merge(match.first, match.second, by="desk")
        page = desk.get(address(Person, "change", match.second.pk)).content.decode()
        link = f'<a href="{address(Person, "change", match.first.pk)}">Ana Reyes</a>'
        assert f"Merged into {link}" in page
        assert 'name="_save"' not in page
        assert desk.get(person_page("merge", match.second)).status_code == 403
        assert desk.get(address(Person, "delete", match.second.pk)).status_code == 403

    def test_matches_and_merges_stand_on_the_page(self, match: PossibleMatch, desk: Client) -> None:
        other = make_person(name="A. Reyes")
        done = merging.merge(match.first, other, by="chief")
        context = desk.get(address(Person, "change", match.first.pk)).context
        assert context["matches"][0][:2] == (match, match.second)
        assert [row[0] for row in context["merges"]] == [done]

    def test_a_merge_is_taken_back(self, match: PossibleMatch, desk: Client) -> None:
        done = merging.merge(match.first, match.second, by="desk")
        answer = desk.post(undo_page(done), follow=True)
        assert answer.redirect_chain[-1][0] == address(Person, "change", match.first.pk)
        assert match.second.mentions.count() == 1
        assert history(match.second)[0].startswith("Took back the merge into Ana Reyes")
        again = desk.post(undo_page(done), follow=True)
        assert told(again) == ["This merge was undone already, by editor."]
        assert desk.get(undo_page(done)).status_code == 405

    def test_whoever_was_merged_is_not_offered_for_facts(
        self, match: PossibleMatch, desk: Client
    ) -> None:
        merging.merge(match.first, match.second, by="desk")
        asked = {
            "app_label": "articles", "model_name": "quote", "field_name": "speaker", "term": "anna",
        }  # fmt: skip
        offered = desk.get(reverse("admin:autocomplete"), asked).json()["results"]
        assert [one["id"] for one in offered] == [str(match.first.pk)]


class TestMerge:
    def test_nothing_is_merged_before_both_are_shown(
        self, match: PossibleMatch, desk: Client
    ) -> None:
        page = person_page("merge", match.first)
        assert "left" not in desk.get(page).context
        shown = desk.get(page, {"other": match.second.pk})
        assert shown.context["right"].person == match.second
        assert not PersonMerge.objects.exists()
        sent = {"other": match.second.pk, "decision": "right"}
        answer = desk.post(page, sent, follow=True)
        assert answer.redirect_chain[-1][0] == address(Person, "change", match.second.pk)
        assert PersonMerge.objects.get().kept == match.second
        assert desk.post(person_page("merge", match.second), sent).status_code == 200

    @pytest.mark.parametrize("other", ["", "0", "Ana", "-1", "\u00b2"])
    def test_with_nobody_known_nobody_is_merged(
        self, match: PossibleMatch, desk: Client, other: str
    ) -> None:
        sent = {"other": other, "decision": "left"}
        response = desk.post(person_page("merge", match.first), sent)
        assert response.status_code == 200
        assert not PersonMerge.objects.exists()

    def test_with_themselves_nobody_is_merged(self, match: PossibleMatch, desk: Client) -> None:
        answer = desk.get(person_page("merge", match.first), {"other": match.first.pk})
        assert "This is the same person" in answer.content.decode()
        sent = {"other": match.second.pk, "decision": "both"}
        assert desk.post(person_page("merge", match.first), sent).status_code == 400


class TestSplit:
    @pytest.fixture
    def painter(self, match: PossibleMatch) -> Appearance:
        body = "The painter Ana Reyes has died."
        mention = make_mention(article=make_article(body=body), person=match.first)
        assert mention.appearance is not None
        return mention.appearance

    def test_the_articles_are_listed_and_found_by_words(
        self, painter: Appearance, desk: Client
    ) -> None:
        page = person_page("split", painter.person)
        sights = desk.get(page).context["sights"]
        assert {(sight.before, sight.words) for sight in sights} == {
            ("Mayor ", "Ana Reyes"), ("The painter ", "Ana Reyes"),
        }  # fmt: skip
        found = desk.get(page, {"q": "painter"}).context["sights"]
        assert [sight.article for sight in found] == [painter.article]

    def test_those_chosen_become_another_person(self, painter: Appearance, desk: Client) -> None:
        person = painter.person
        sent = {"articles": [painter.article_id], "name": " Ana Reyes (painter) "}
        answer = desk.post(person_page("split", person), sent, follow=True)
        painter.refresh_from_db()
        new = painter.person
        assert new != person
        assert new.name == "Ana Reyes (painter)"
        assert answer.redirect_chain[-1][0] == address(Person, "change", new.pk)
        assert history(person) == [f"Split: 1 articles went to {new} ({new.pk})."]
        assert history(new) == [f"Split off {person} ({person.pk})."]

    def test_what_cannot_be_split_is_said(self, painter: Appearance, desk: Client) -> None:
        page = person_page("split", painter.person)
        everything = [row.article_id for row in painter.person.appearances.all()]
        answer = desk.post(page, {"articles": everything})
        assert told(answer) == ["These are all articles of the person: at least one must stay."]
        assert answer.context["chosen"] == set(map(str, everything))
        for sent, field in (
            ({}, "articles"),
            ({"articles": [make_article().pk]}, "articles"),
            ({"articles": [painter.article_id], "name": "?!"}, "name"),
        ):
            assert field in desk.post(page, sent).context["form"].errors

    def test_the_page_needs_as_many_queries_for_many_articles_as_for_few(
        self, painter: Appearance, desk: Client
    ) -> None:
        desk.get(person_page("split", painter.person))
        counts = []
        for _ in range(2):
            with CaptureQueriesContext(connection) as queries:
                desk.get(person_page("split", painter.person))
            counts.append(len(queries))
            for _ in range(5):
                make_mention(person=painter.person)
        assert counts[0] == counts[1]

    def test_a_long_line_is_cut_between_words(self, match: PossibleMatch, desk: Client) -> None:
        body = f"{'before ' * 40}Ana Reyes{' after' * 40}\nNothing of this.\n"
        make_mention(article=make_article(body=body), person=match.first)
        sight = desk.get(person_page("split", match.first)).context["sights"][0]
        assert set(sight.before.split()) == {"…", "before"}
        assert set(sight.after.split()) == {"after", "…"}
        assert len(sight.before) <= 92


def test_one_who_may_only_look_decides_nothing(
    match: PossibleMatch, desk_with: Callable[..., Client]
) -> None:
    done = merging.merge(match.first, make_person(name="A. Reyes"), by="desk")
    desk = desk_with("view_person", "view_possiblematch")
    shown = desk.get(address(Person, "change", match.first.pk)).content.decode()
    shown += desk.get(address(PossibleMatch, "change", match.pk)).content.decode()
    assert shown.count("Anna Reyes") > 1
    for offer in ('name="decision"', "Take back", "split/", "merge/", 'name="_save"'):
        assert offer not in shown
    assert desk.post(undo_page(done)).status_code == 403
    for page in ("merge", "split"):
        assert desk.get(person_page(page, match.first)).status_code == 403
    assert decide(desk, match, "two").status_code == 403
    assert PossibleMatch.objects.waiting().count() == 1


def test_whoever_may_change_people_may_decide(
    match: PossibleMatch, desk_with: Callable[..., Client]
) -> None:
    desk = desk_with("change_person")
    assert desk.get(address(PossibleMatch, "changelist")).status_code == 200
    assert decide(desk, match, "left").status_code == 200
    desk.post(undo_page(PersonMerge.objects.get()))
    assert PersonMerge.objects.get().undone_by == "assistant"


def test_without_any_permission_the_queue_is_closed(
    match: PossibleMatch, desk_with: Callable[..., Client]
) -> None:
    desk = desk_with("view_quote")
    assert desk.get(address(PossibleMatch, "changelist")).status_code == 403
    assert desk.get(address(PossibleMatch, "change", match.pk)).status_code == 403


def test_a_speaker_without_mention_is_shown_by_the_words_for_them(
    match: PossibleMatch, desk: Client
) -> None:
    """A quote given to somebody by hand leaves no mention."""
    person = make_person(name="Tom Okafor")
    make_quote(article=make_article(body=BODY), speaker=person, speaker_text="Reyes")
    silent = make_quote(article=make_article(body=BODY), speaker=person)
    sights = desk.get(person_page("split", person)).context["sights"]
    assert [sight.words for sight in sights] == ["", "Reyes"]
    assert sights[0].before == ""
    assert silent.article == sights[0].article


def test_a_person_can_still_be_corrected(match: PossibleMatch, desk: Client) -> None:
    answer = submit(desk, match.first, name="Ana Álvarez")
    assert answer.status_code == 302
    assert "name" in errors(submit(desk, match.first, name="?!"))
