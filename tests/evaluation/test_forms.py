import pytest

from articles.evaluation.people.forms import FORMS


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Ana Reyes", {"full names"}),
        ("Reyes", {"one-word names"}),
        ("O'Hanlon", {"one-word names"}),
        ("REYES", {"one-word names", "ALL-CAPITAL names"}),
        ("J. P.", {"full names", "with initials"}),
        ("J. P. MCGEE", {"full names", "ALL-CAPITAL names", "with initials"}),
        ("Walter J. Pruitt Jr.", {"full names", "with initials", "with a suffix"}),
        ("Charles II", {"full names", "with a suffix"}),
        ("Hendrik van der Molen", {"full names", "with a particle"}),
        ("van der Molen", {"full names", "with a particle"}),
        ("Zainab al-Rashidi", {"full names", "with a particle"}),
        ("al-Rashidi", {"one-word names", "with a particle"}),
        ("Al Cooper", {"full names"}),
        ("Ben Okri-Lawson", {"full names"}),
        ("Zhao", {"one-word names"}),
        ("张伟", {"one-word names"}),
    ],
)
def test_a_name_has_its_forms(name: str, forms: set[str]) -> None:
    assert {form for form, has in FORMS.items() if has(name)} == forms | {"all"}
