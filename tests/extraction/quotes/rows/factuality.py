"""Cues that are denied, supposed, asked or wished for, and those that only look so."""

from tests.extraction.quotes.rows.row import (
    AMERICAN,
    BRITISH,
    BUSINESS,
    COURT,
    CULTURE,
    NEWS,
    POLITICS,
    SPORT,
    Row,
    direct,
    indirect,
    mixed,
)

NO, MAYBE = "negated", "hypothetical"

ROWS = (
    # denied
    Row(
        POLITICS,
        AMERICAN,
        "Maria Ortiz did not say that the toll would rise.",
        (indirect("that the toll would rise", "Maria Ortiz*", "say", NO),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "Helen Marsh never said the bridge was safe.",
        (indirect("the bridge was safe", "Helen Marsh*", "say", NO),),
    ),
    Row(
        COURT,
        BRITISH,
        "Helen Marsh declined to say whether she would appeal.",
        (indirect("whether she would appeal", "Helen Marsh*", "say", NO),),
    ),
    Row(
        COURT,
        AMERICAN,
        "Peter Lang refused to say who had paid him.",
        (indirect("who had paid him", "Peter Lang*", "say", NO),),
    ),
    Row(
        BUSINESS,
        AMERICAN,
        "The company has yet to say when the plant will close.",
        (indirect("when the plant will close", "The company", "say", NO),),
    ),
    Row(
        BUSINESS,
        BRITISH,
        "The bank would not say how many jobs were at risk.",
        (indirect("how many jobs were at risk", "The bank", "say", NO),),
    ),
    Row(
        SPORT,
        BRITISH,
        "David Kerr stopped short of saying that he would resign.",
        (indirect("that he would resign", "David Kerr*", "say", NO),),
    ),
    Row(
        NEWS,
        BRITISH,
        "No one has said that the road will reopen.",
        (indirect("that the road will reopen", "No one", "say", NO),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        'Maria Ortiz denied saying that the voters were "fools".',
        (mixed('that the voters were "fools"', "Maria Ortiz*", "say", NO),),
    ),
    Row(
        NEWS,
        AMERICAN,
        "Carla Gomez left the room without saying that the deal was off.",
        (indirect("that the deal was off", "Carla Gomez*", "say", NO),),
    ),
    Row(
        COURT,
        AMERICAN,
        'Susan Reed did not say "I quit".',
        (direct("I quit", "Susan Reed*", "say", NO),),
    ),
    Row(
        SPORT,
        AMERICAN,
        "Neither player said that the call was wrong.",
        (indirect("that the call was wrong", "Neither player", "say", NO),),
    ),
    # supposed
    Row(
        POLITICS,
        AMERICAN,
        "Maria Ortiz would say that the bridge was unsafe if she had read the report.",
        (
            indirect(
                "that the bridge was unsafe if she had read the report",
                "Maria Ortiz*",
                "say",
                MAYBE,
            ),
        ),
    ),
    Row(
        POLITICS,
        BRITISH,
        "If Helen Marsh says that taxes will rise, the markets will fall.",
        (indirect("that taxes will rise", "Helen Marsh*", "say", MAYBE),),
    ),
    Row(
        SPORT,
        BRITISH,
        "Had David Kerr said that he was injured, the match would have been stopped.",
        (indirect("that he was injured", "David Kerr*", "say", MAYBE),),
    ),
    Row(
        BUSINESS,
        BRITISH,
        "Peter Lang might say that the price was too high.",
        (indirect("that the price was too high", "Peter Lang*", "say", MAYBE),),
    ),
    Row(
        COURT,
        AMERICAN,
        "Did Susan Reed say that the money was hers?",
        (indirect("that the money was hers", "Susan Reed*", "say", MAYBE),),
    ),
    Row(
        CULTURE,
        AMERICAN,
        "Anna Nowak wants to tell visitors that the museum is theirs.",
        (indirect("that the museum is theirs", "Anna Nowak*", "tell", MAYBE),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "Helen Marsh could have said that the vote was lost.",
        (indirect("that the vote was lost", "Helen Marsh*", "say", MAYBE),),
    ),
    Row(
        BUSINESS,
        AMERICAN,
        "Peter Lang is expected to announce that the plant will close.",
        (indirect("that the plant will close", "Peter Lang*", "announce", MAYBE),),
    ),
    # said all the same
    Row(
        POLITICS,
        AMERICAN,
        "Maria Ortiz would only say that talks went on.",
        (indirect("that talks went on", "Maria Ortiz*"),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "Helen Marsh will say on Tuesday: ‘This country can do better.’",
        (direct("This country can do better.", "Helen Marsh*"),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "In a speech in Leeds, Helen Marsh is expected to say: ‘This country can do better.’",
        (direct("This country can do better.", "Helen Marsh*"),),
    ),
    Row(
        SPORT,
        AMERICAN,
        "Ray Dunn not only said that he was leaving; he shook every hand.",
        (indirect("that he was leaving", "Ray Dunn*"),),
    ),
    Row(
        BUSINESS,
        BRITISH,
        "Peter Lang did not hesitate to say that the bid was too low.",
        (indirect("that the bid was too low", "Peter Lang*"),),
    ),
    Row(
        CULTURE,
        AMERICAN,
        "Anna Nowak would often say that painting was a sport.",
        (indirect("that painting was a sport", "Anna Nowak*"),),
    ),
    Row(
        COURT,
        BRITISH,
        "Helen Marsh denied that she had seen the letter.",
        (indirect("that she had seen the letter", "Helen Marsh*", "deny"),),
    ),
    Row(
        COURT,
        AMERICAN,
        "Susan Reed said she did not know the man.",
        (indirect("she did not know the man", "Susan Reed*"),),
    ),
    Row(
        SPORT,
        BRITISH,
        "David Kerr went on to say that Rovers had been the better side.",
        (indirect("that Rovers had been the better side", "David Kerr*"),),
    ),
    Row(
        NEWS,
        AMERICAN,
        "Carla Gomez asked if the road was open.",
        (indirect("if the road was open", "Carla Gomez*", "ask"),),
    ),
    Row(
        SPORT,
        BRITISH,
        "David Kerr likes to say that he is old. He would like to say that he is done.",
        (
            indirect("that he is old", "David Kerr*"),
            indirect("that he is done", "He -> David Kerr", "say", MAYBE),
        ),
    ),
    Row(
        BUSINESS,
        BRITISH,
        "The ferry line denied the claims, saying it “takes safety seriously”.",
        (mixed("it “takes safety seriously”", "The ferry line"),),
    ),
)
