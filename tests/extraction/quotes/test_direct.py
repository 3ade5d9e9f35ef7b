"""Quotations: their pieces, their cue, their speaker."""

import pytest
from spacy.language import Language

from tests.extraction.quotes.builders import Row, rows_in

HARBOUR = "We will rebuild the harbour"


def direct(content: str, speaker: str | None, cue: str | None) -> Row:
    return ("direct", content, speaker, cue)


ROWS = [
    # cue behind
    (f'"{HARBOUR}," Angela Merkel said.', [direct(f"{HARBOUR},", "Angela Merkel", "said")]),
    (
        f'"{HARBOUR}," said Angela Merkel, who led the talks.',
        [direct(f"{HARBOUR},", "Angela Merkel", "said")],
    ),
    (
        f'"{HARBOUR}," said the mayor of Lyon.',
        [direct(f"{HARBOUR},", "the mayor of Lyon", "said")],
    ),
    (
        f'"{HARBOUR}," Sadiq Khan, the mayor of London, said on Monday.',
        [direct(f"{HARBOUR},", "Sadiq Khan", "said")],
    ),
    (
        "‘It’s a farce,’ said Ms Cole, the union’s leader.",
        [direct("It’s a farce,", "Ms Cole", "said")],
    ),
    ('"Never!" shouted the crowd.', [direct("Never!", "the crowd", "shouted")]),
    (
        '"Where is the money?" she asked. No one answered.',
        [direct("Where is the money?", "she", "asked")],
    ),
    (
        '"It is what it is," Hamilton shrugged.',
        [direct("It is what it is,", "Hamilton", "shrugged")],
    ),
    (
        "«Nous sommes prêts», said Emmanuel Macron.",
        [direct("Nous sommes prêts", "Emmanuel Macron", "said")],
    ),
    (
        '"Profits will fall," warned chief executive Tim Cook.',
        [direct("Profits will fall,", "chief executive Tim Cook", "warned")],
    ),
    (
        '"Profits will fall," according to Tim Cook.',
        [direct("Profits will fall,", "Tim Cook", "according to")],
    ),
    # the tagger takes the verb for a noun
    ('"Profits will fall," tweets Cook.', [direct("Profits will fall,", "Cook", "tweets")]),
    # cue before
    (
        f'Angela Merkel said: "{HARBOUR}."',
        [direct(f"{HARBOUR}.", "Angela Merkel", "said")],
    ),
    (
        f'Angela Merkel told reporters in Bonn on Friday, "{HARBOUR}."',
        [direct(f"{HARBOUR}.", "Angela Merkel", "told")],
    ),
    (
        "In a statement, the company said: “We regret the delay.”",
        [direct("We regret the delay.", "the company", "said")],
    ),
    (
        "The judge told him: 'You are a danger to the public.'",
        [direct("You are a danger to the public.", "The judge", "told")],
    ),
    ('Cook tweeted: "Profits will fall."', [direct("Profits will fall.", "Cook", "tweeted")]),
    (
        'Cook, who runs the firm, added, "Profits will fall."',
        [direct("Profits will fall.", "Cook", "added")],
    ),
    (
        'Cook, speaking in Paris, said: "Profits will fall."',
        [direct("Profits will fall.", "Cook", "said")],
    ),
    (
        'Asked if he would stay, Hamilton smiled: "Ask me in May."',
        [direct("Ask me in May.", "Hamilton", "smiled")],
    ),
    (
        'Hours later, she issued a statement calling on the council "to redouble our efforts".',
        [direct("to redouble our efforts", "she", "calling on")],
    ),
    (
        'The minister was called "a disgrace" by Ann Cole.',
        [direct("a disgrace", "Ann Cole", "called")],
    ),
    # ranks, titles, appositions, possessors around the name
    (
        '"A raid is a raid," Col. Peter Hall, a spokesman in Mosul, said.',
        [direct("A raid is a raid,", "Col. Peter Hall", "said")],
    ),
    (
        'In a call on Dec. 2, Col. Peter Hall, a spokesman in Mosul, said, "A raid is a raid."',
        [direct("A raid is a raid.", "Col. Peter Hall", "said")],
    ),
    (
        "“The candidates left,” said Army Capt. Tom Reed, who did not vote.",
        [direct("The candidates left,", "Army Capt. Tom Reed", "said")],
    ),
    (
        '"We won," said Martin Luther King Jr. on Monday.',
        [direct("We won,", "Martin Luther King Jr.", "said")],
    ),
    (
        "\"No,\" the players' union's spokesman said.",
        [direct("No,", "the players' union's spokesman", "said")],
    ),
    ('"We will go," says she.', [direct("We will go,", "she", "says")]),
    (
        '"It is an insult to every kind of human being," screenwriter Ann Cole wrote on Twitter.',
        [direct("It is an insult to every kind of human being,", "screenwriter Ann Cole", "wrote")],
    ),
    (
        '"Resign at once, all of you!" the party\'s nominee, Peter Hall, tweeted Sunday.',
        [direct("Resign at once, all of you!", "the party's nominee", "tweeted")],
    ),
    # a subheading in other marks is no quotation
    (
        "Gran said: \"Yes.\"\n\n'Totally pro-Europe'\n\nShe left.",
        [direct("Yes.", "Gran", "said")],
    ),
    # broken by the cue: one quote
    (
        '"We lost," said Serena Williams, "and we deserved it."',
        [direct("We lost, | and we deserved it.", "Serena Williams", "said")],
    ),
    (
        '"We lost," Williams said after the match, "but we played well."',
        [direct("We lost, | but we played well.", "Williams", "said")],
    ),
    (
        "“We,” said Angela Merkel, who led the party, “will manage.”",
        [direct("We, | will manage.", "Angela Merkel", "said")],
    ),
    (
        '"Objection," the defence lawyer interrupted, "this was never disclosed."',
        [direct("Objection, | this was never disclosed.", "the defence lawyer", "interrupted")],
    ),
    (
        "“We lost,” he said, laughing, “and that is that.”",
        [direct("We lost, | and that is that.", "he", "said")],
    ),
    # two sentences around their cue are one quote
    (
        "“We regret the delay,” the company said in a statement. “It will not happen again.”",
        [direct("We regret the delay, | It will not happen again.", "the company", "said")],
    ),
    # separate statements stay separate; the speaker is carried on
    (
        "“We lost,” Ann Cole said. The room was silent. “We will be back.”",
        [
            direct("We lost,", "Ann Cole", "said"),
            direct("We will be back.", "Ann Cole", None),
        ],
    ),
    (
        '"We waited for hours," Ann Cole said.\n\n"Nobody came."',
        [
            direct("We waited for hours,", "Ann Cole", "said"),
            direct("Nobody came.", "Ann Cole", None),
        ],
    ),
    (
        '"I am tired." She paused. "Very tired," Williams said.',
        [direct("I am tired.", "Williams", None), direct("Very tired,", "Williams", "said")],
    ),
    (
        '"Who scored?" asked the coach. "I did," replied Marta.',
        [direct("Who scored?", "the coach", "asked"), direct("I did,", "Marta", "replied")],
    ),
    (
        '"Profits will fall," he wrote in a letter to staff. "So will wages," he added.',
        [direct("Profits will fall,", "he", "wrote"), direct("So will wages,", "he", "added")],
    ),
    # over several paragraphs: one quote
    (
        "Ann Cole said: “We waited for hours.\n\n“Nobody came,” and then she left.",
        [direct("We waited for hours. | Nobody came,", "Ann Cole", "said")],
    ),
    # colon style
    ('Klopp: "We were lucky."', [direct("We were lucky.", "Klopp", ":")]),
    ('"We were lucky": Klopp', [direct("We were lucky", "Klopp", ":")]),
    (
        "'I will not resign': Cole on court ruling",
        [direct("I will not resign", "Cole", ":")],
    ),
    ("“A triumph.” — The Daily Globe", [direct("A triumph.", "The Daily Globe", "—")]),
    # quotation dashes
    (
        "— You are late, said Peter.\n— I know, answered Anna.",
        [direct("You are late", "Peter", "said"), direct("I know", "Anna", "answered")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_direct_quotes(nlp: Language, text: str, expected: list[Row]) -> None:
    assert rows_in(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'The film "The Long Harbour" opens on Monday.',
        'Her friends know her as "Duchess".',
        'The so-called "ghost ships" sailed at dawn.',
        'A man known as "the Baker" was seen in Leeds.',
        'The panel found the "missing" files on Friday.',
        "The boat is 6'2\" wide.",
        "Merkel thinks the bank is sound.",
        "Merkel wants to rebuild the harbour.",
        "The players' union met the owners' lawyers.",
        "",
        " \n",
    ],
)
def test_what_nobody_says_is_no_quote(nlp: Language, text: str) -> None:
    assert rows_in(nlp, text) == []
