import pytest

from articles.extraction.people.names import Name, compatible, plain, split_name


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Maria Lopez", Name("maria", (), "lopez", "")),
        ("John Quincy Adams", Name("john", ("quincy",), "adams", "")),
        ("J. D. Vance", Name("j", ("d",), "vance", "")),
        ("Martin Luther King Jr.", Name("martin", ("luther",), "king", "jr")),
        ("Loudon Wainwright III", Name("loudon", (), "wainwright", "iii")),
        ("Ursula von der Leyen", Name("ursula", (), "von der leyen", "")),
        ("Von der Leyen", Name("", (), "von der leyen", "")),
        ("Vincent van Gogh", Name("vincent", (), "van gogh", "")),
        ("Mohammed bin Salman", Name("mohammed", (), "bin salman", "")),
        ("Xi Jinping", Name("jinping", (), "xi", "")),
        ("Mao Zedong", Name("zedong", (), "mao", "")),
        ("Kim Jong-un", Name("jong-un", (), "kim", "")),
        ("Kim Clijsters", Name("kim", (), "clijsters", "")),
        ("Nguyen Van Hung", Name("van hung", (), "nguyen", "")),
        ("Lee Harvey Oswald", Name("lee", ("harvey",), "oswald", "")),
        ("Søren Kierkegaard", Name("soren", (), "kierkegaard", "")),
        ("Sinéad O’Connor", Name("sinead", (), "o'connor", "")),
        ("Pelé", Name("", (), "pele", "")),
    ],
)
def test_parts_of_a_name(printed: str, expected: Name) -> None:
    assert split_name(tuple(printed.split())) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J. D. Vance", "JD Vance"),
        ("J.D. Vance", "JD Vance"),
        ("Robert Miller", "Bob Miller"),
        ("William Hague", "Will Hague"),
        ("Elizabeth Warren", "Liz Warren"),
        ("R. Miller", "Robert Miller"),
        ("Robert Miller", "Robert J. Miller"),
        ("Hillary Rodham Clinton", "Hillary Clinton"),
        ("Recep Tayyip Erdoğan", "Tayyip Erdogan"),
        ("Gabriel García Márquez", "Gabriel Garcia"),
        ("Aung San Suu Kyi", "Suu Kyi"),
        ("Robert Downey Jr.", "Robert Downey"),
        ("José Ramírez", "Jose Ramirez"),
        ("Hassan al-Jabouri", "Hassan Jabouri"),
        ("Philip Marsden", "Phillip Marsden"),
        ("Guðrún Þórsdóttir", "Gudrun Thorsdottir"),
        ("Margaret Oduya", "Maggie Oduya"),
    ],
)
def test_one_person_may_bear_both(one: str, other: str) -> None:
    first, second = split_name(tuple(one.split())), split_name(tuple(other.split()))
    assert compatible(first, second)
    assert compatible(second, first)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("George W. Bush", "George H. W. Bush"),
        ("Serena Williams", "Venus Williams"),
        ("Robert Miller", "Richard Miller"),
        ("Katherine Miller", "Catherine Miller"),
        ("Christine Miller", "Christopher Miller"),
        ("R. Miller", "John Miller"),
        ("Robert Downey Jr.", "Robert Downey Sr."),
        ("John Adams", "John Quincy"),
        ("Li Peng", "Li Ping"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("Mary Smith", "Mary Jones"),
    ],
)
def test_two_persons_bear_them(one: str, other: str) -> None:
    first, second = split_name(tuple(one.split())), split_name(tuple(other.split()))
    assert not compatible(first, second)
    assert not compatible(second, first)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Müller", "muller"), ("O’NEILL", "o'neill"), ("Jean‑Luc", "jean-luc"), ("Łukasz", "lukasz")],
)
def test_plain_spelling(text: str, expected: str) -> None:
    assert plain(text) == expected
