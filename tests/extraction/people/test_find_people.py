import pytest
from spacy.language import Language

from articles.extraction.language import parse
from articles.extraction.people import find_people
from articles.extraction.types import Gender, Layout, Person, Span


def people(nlp: Language, text: str, layout: Layout | None = None) -> tuple[Person, ...]:
    return find_people(parse(nlp, text), layout or Layout())


def mentions(nlp: Language, text: str) -> list[str]:
    found = [mention for person in people(nlp, text) for mention in person.mentions]
    return [mention.text for mention in sorted(found, key=lambda mention: mention.span)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # names of many cultures
        ("Sinéad O'Hara sang.", ["Sinéad O'Hara"]),
        ("The novel by J. K. Rowling sold well.", ["J. K. Rowling"]),
        ("Jean-Claude Juncker resigned.", ["Jean-Claude Juncker"]),
        ("Ngozi Okonjo-Iweala spoke in Geneva.", ["Ngozi Okonjo-Iweala"]),
        ("Ursula von der Leyen spoke.", ["Ursula von der Leyen"]),
        ("Police questioned Vincent van den Berg.", ["Vincent van den Berg"]),
        ("Mohammed bin Salman arrived.", ["Mohammed bin Salman"]),
        ("Bashar al-Assad left Damascus.", ["Bashar al-Assad"]),
        ("Abdel Fattah el-Sisi was elected.", ["Abdel Fattah el-Sisi"]),
        ("Martin Luther King Jr. was shot.", ["Martin Luther King Jr."]),
        ("Luiz Inácio Lula da Silva won.", ["Luiz Inácio Lula da Silva"]),
        ("Xi Jinping met Kim Jong-un.", ["Xi Jinping", "Kim Jong-un"]),
        ("Shinzo Abe met Nguyen Phu Trong.", ["Shinzo Abe", "Nguyen Phu Trong"]),
        ("Aung San Suu Kyi was freed.", ["Aung San Suu Kyi"]),
        ("Narendra Modi thanked Rahul Sharma.", ["Narendra Modi", "Rahul Sharma"]),
        (
            "Volodymyr Zelenskyy thanked Jens Stoltenberg.",
            ["Volodymyr Zelenskyy", "Jens Stoltenberg"],
        ),
        ("Agnieszka Wójcik and Łukasz Nowak won.", ["Agnieszka Wójcik", "Łukasz Nowak"]),
        ("Recep Tayyip Erdoğan was booed.", ["Recep Tayyip Erdoğan"]),
        ("Oluwaseun Adeyemi scored twice.", ["Oluwaseun Adeyemi"]),
        ("Siobhan McAllister and Rhys ap Owen wed.", ["Siobhan McAllister", "Rhys ap Owen"]),
        # where a name ends
        ("Maria Lopez's lawyer declined to comment.", ["Maria Lopez"]),
        ("Maria Lopez’s lawyer declined to comment.", ["Maria Lopez"]),
        ("Final scores:\nMaria Lopez\nAnna Novak\n", ["Maria Lopez", "Anna Novak"]),
        ("David Miller6 beat Mark Jones4.", ["David Miller", "Mark Jones"]),
        ('Roberto "Stone Hands" Perez fights again.', ['Roberto "Stone Hands" Perez']),
        ("But Maria Lopez said no.", ["Maria Lopez"]),
        ("Maria Lopez Friday denied it.", ["Maria Lopez"]),
        # titles are not part of a name
        ("Mr. Brown met Mrs. Green.", ["Brown", "Green"]),
        ("US President Donald Trump spoke.", ["Donald Trump"]),
        ("Sen.\u00a0Laura Hill objected.", ["Laura Hill"]),
        ("Lieutenant-Colonel Max Weber saluted.", ["Max Weber"]),
        ("Queen Elizabeth II waved.", ["Elizabeth II"]),
        ("King Charles I was beheaded.", ["Charles I"]),
        ("Pope Francis prayed with Archbishop Desmond Tutu.", ["Francis", "Desmond Tutu"]),
        ("Germany's Boris Becker won.", ["Boris Becker"]),
        ("Ex-champion Tom Baker lost.", ["Tom Baker"]),
        # named after people
        ("The Trump Tower was evacuated.", []),
        ("Researchers at Johns Hopkins University agree.", []),
        ("Boeing said it would repair the planes.", []),
        ("She won the Nobel Prize in 1995.", []),
        ("The Ford Foundation paid for it.", []),
        ("Shares of Morgan Stanley and Goldman Sachs fell.", []),
        ("The storm hit Fort Lauderdale and San Antonio.", []),
        ("The aircraft carrier Carl Vinson left port.", []),
        ("Aides of the Obama White House and Barack Obama met.", ["Obama", "Barack Obama"]),
        ("Victoria Beach is closed on Sunday.", []),
        # tables of results
        (
            "Results:\nAnna Kovac (Slovakia) beat Lucia Rossi (Italy) 6-3 6-2\n",
            ["Anna Kovac", "Lucia Rossi"],
        ),
        ("Surrey 429-7 (P. Lambert 80, T. Walsh 70)", ["P. Lambert", "T. Walsh"]),
    ],
)
def test_spans(nlp: Language, text: str, expected: list[str]) -> None:
    assert mentions(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("US President Donald Trump spoke.", "US President"),
        ("Vice President JD Vance spoke.", "Vice President"),
        ("Russian President Vladimir Putin spoke.", "Russian President"),
        ("Former Secretary of State John Kerry spoke.", "Former Secretary of State"),
        ("Apple chief executive Tim Cook spoke.", "Apple chief executive"),
        ("Gov. Gavin Newsom spoke.", "Gov."),
        ("England captain Harry Kane scored.", "England captain"),
        ("She told the press Russian President Boris Yeltsin was ill.", "Russian President"),
        ("She is the daughter of former President Jimmy Carter.", "former President"),
        ("Sadiq Khan, the mayor of London, opened the bridge.", "mayor of London"),
        ("We met Jane Hill, a senior analyst at Acme.", "senior analyst at Acme"),
        ("Jane Hill, who is a nurse, left.", None),
        ("Jane Hill, 34, left.", None),
        ("Jane Hill, said the police, has left.", None),
    ],
)
def test_title(nlp: Language, text: str, title: str | None) -> None:
    (person,) = people(nlp, text)
    assert person.mentions[0].title == title
    assert person.titles == ((title,) if title else ())


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mr. Okafor left.", Gender.MALE),
        ("Mrs. Okafor left.", Gender.FEMALE),
        ("Lady Ashby left.", Gender.FEMALE),
        ("Angela Fischer left.", Gender.FEMALE),
        ("Vladimir Petrov left.", Gender.MALE),
        ("Police arrested Kelly Robinson.", None),
        ("Kelly Robinson, an actress, left.", Gender.FEMALE),
        ("His sister, Chris Abara, left.", Gender.FEMALE),
        ("His nephew Robin Abara left.", Gender.MALE),
        ("Andrea Conti left. Mr Conti was tired.", Gender.MALE),
        ("Delyth Pritchard left. Mrs Pritchard was tired.", Gender.FEMALE),
        ("Rosamund Tate, the chairman, left.", Gender.FEMALE),
    ],
)
def test_gender(nlp: Language, text: str, gender: Gender | None) -> None:
    (person,) = people(nlp, text)
    assert person.gender is gender


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Donald Trump met Vladimir Putin. Trump smiled. Putin did not.",
            {
                "Donald Trump": ["Donald Trump", "Trump"],
                "Vladimir Putin": ["Vladimir Putin", "Putin"],
            },
        ),
        (
            "Vice President JD Vance spoke. J.D. Vance left. Vance smiled.",
            {"JD Vance": ["JD Vance", "J.D. Vance", "Vance"]},
        ),
        (
            "Robert Miller sued. Bob Miller said he was tired. Miller won.",
            {"Robert Miller": ["Robert Miller", "Bob Miller", "Miller"]},
        ),
        (
            "Bill Clinton arrived. Hillary Clinton followed. Mr. Clinton spoke first.",
            {"Bill Clinton": ["Bill Clinton", "Clinton"], "Hillary Clinton": ["Hillary Clinton"]},
        ),
        (
            "Hillary Clinton arrived. Bill Clinton followed. Mrs. Clinton spoke first.",
            {"Hillary Clinton": ["Hillary Clinton", "Clinton"], "Bill Clinton": ["Bill Clinton"]},
        ),
        (
            "Xi Jinping praised Li Qiang. Xi left early.",
            {"Xi Jinping": ["Xi Jinping", "Xi"], "Li Qiang": ["Li Qiang"]},
        ),
        (
            "Ursula von der Leyen spoke. Von der Leyen said Europe must act.",
            {"Ursula von der Leyen": ["Ursula von der Leyen", "Von der Leyen"]},
        ),
        (
            "George W. Bush met his father, George H. W. Bush.",
            {"George W. Bush": ["George W. Bush"], "George H. W. Bush": ["George H. W. Bush"]},
        ),
        (
            "Maria Lopez won. Maria thanked her mother.",
            {"Maria Lopez": ["Maria Lopez", "Maria"]},
        ),
        (
            "Sinéad O'Hara sang. O’Hara's fans cheered.",
            {"Sinéad O'Hara": ["Sinéad O'Hara", "O’Hara"]},
        ),
        (
            "MILLER RESIGNS AS MAYOR\n\nMayor David Miller resigned on Monday.",
            {"David Miller": ["MILLER", "David Miller"]},
        ),
        (
            "Trump Says Biden Will Lose Vote in Georgia\n\n"
            "Former President Donald Trump said on Monday that Joe Biden would lose the vote.",
            {"Donald Trump": ["Trump", "Donald Trump"], "Joe Biden": ["Biden", "Joe Biden"]},
        ),
    ],
)
def test_one_person_for_all_forms(nlp: Language, text: str, expected: dict[str, list[str]]) -> None:
    found = people(nlp, text)
    assert {one.name: [mention.text for mention in one.mentions] for one in found} == expected
    assert [one.id for one in found] == list(range(len(expected)))


def test_a_lone_surname_of_two_persons_goes_to_the_latest_with_less_confidence(
    nlp: Language,
) -> None:
    bill, hillary = people(nlp, "Bill Clinton met Hillary Clinton. Clinton smiled.")
    assert len(bill.mentions) == 1
    full, lone = hillary.mentions
    assert lone.text == "Clinton"
    assert lone.confidence < full.confidence


def test_a_lord_and_a_lady_of_one_name_are_two(nlp: Language) -> None:
    lord, lady = people(nlp, "Lord Ashcombe spoke. Lady Ashcombe listened.")
    assert (lord.gender, lady.gender) == (Gender.MALE, Gender.FEMALE)


def test_a_place_stays_a_place_beside_its_namesake(nlp: Language) -> None:
    text = "Charlotte Mason was born in Charlotte, North Carolina. Mason moved to Paris."
    assert mentions(nlp, text) == ["Charlotte Mason", "Mason"]


def test_nothing_in_the_dateline_is_a_person(nlp: Language) -> None:
    text = "JACKSON, Mississippi (AP) - Alan Jackson sang here. Jackson was applauded."
    (person,) = people(nlp, text, Layout(dateline=Span(0, 20)))
    assert [mention.text for mention in person.mentions] == ["Alan Jackson", "Jackson"]


def test_the_byline_names_its_author(nlp: Language) -> None:
    text = "By Jane Doe\n\nThe mayor resigned on Monday."
    (person,) = people(nlp, text, Layout(byline=Span(0, 11)))
    assert person.mentions[0].text == "Jane Doe"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "42", "“”", "."])
def test_no_people_in_no_words(nlp: Language, text: str) -> None:
    assert people(nlp, text) == ()
