"""Forms of verbs, and what each verb introduces."""

import pytest

from articles.extraction.quotes.verbs import Frame, inflect, speech_verbs

FORMS = [
    ("deny", "denies denied denying"),
    ("say", "says said saying"),
    ("urge", "urges urged urging"),
    ("stress", "stresses stressed stressing"),
    ("admit", "admits admitted admitting"),
    ("quip", "quips quipped quipping"),
    ("slam", "slams slammed slamming"),
    ("vow", "vows vowed vowing"),
    ("explain", "explains explained explaining"),
    ("betray", "betrays betrayed betraying"),
    ("write", "writes wrote written writing"),
]


@pytest.mark.parametrize(("lemma", "forms"), FORMS)
def test_inflection(lemma: str, forms: str) -> None:
    assert inflect(lemma) == {lemma, *forms.split()}


@pytest.mark.parametrize(
    ("form", "particle", "frame"),
    [
        ("said", "", Frame.WORDS | Frame.CLAUSE),
        ("smiled", "", Frame.WORDS),
        ("vowed", "", Frame.WORDS | Frame.CLAUSE | Frame.INFINITIVE),
        ("pointed", "out", Frame.WORDS | Frame.CLAUSE),
        ("shot", "back", Frame.WORDS),
        ("dubbed", "", Frame.OBJECT),
    ],
)
def test_frames(form: str, particle: str, frame: Frame) -> None:
    assert speech_verbs()[form][particle].frame == frame


@pytest.mark.parametrize("form", ["thinks", "wants", "hopes", "planned", "believed", "feared"])
def test_thinking_and_wanting_are_not_speech(form: str) -> None:
    assert not any(Frame.CLAUSE in verb.frame for verb in speech_verbs().get(form, {}).values())
