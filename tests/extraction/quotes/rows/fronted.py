"""What is said before its cue, around it or under an unusual one, and works named beside it."""

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

ROWS = (
    Row(
        POLITICS,
        AMERICAN,
        'Any "sober" reading of the cuts, said Michael Kahn, an expert on budgets at Port Ellery'
        " College, must start with fear.",
        (
            mixed(
                'Any "sober" reading of the cuts | must start with fear',
                "Michael Kahn*",
            ),
        ),
    ),
    Row(
        NEWS,
        BRITISH,
        "It is not true, the embassy said, that visas have been suspended.",
        (indirect("It is not true | that visas have been suspended", "the embassy"),),
    ),
    Row(
        BUSINESS,
        BRITISH,
        "They were wrong, says engineer Mei Lin, because “nobody had tried”.",
        (
            mixed(
                "They were wrong | because “nobody had tried”",
                "engineer Mei Lin -> Mei Lin",
            ),
        ),
    ),
    Row(
        POLITICS,
        AMERICAN,
        'The trade deal, according to two diplomats, is "all but dead."',
        (mixed('The trade deal | is "all but dead."', "two diplomats", "according to"),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "“That,” Ms Doyle said of the offer, “is an insult”; her board agreed unanimously.",
        (direct("That, | is an insult", "Ms Doyle -> Doyle"),),
    ),
    Row(
        SPORT,
        AMERICAN,
        'The club said in a statement that "all sides agreed," while Silva himself thanked fans.',
        (
            mixed(
                'that "all sides agreed," while Silva himself thanked fans',
                "The club",
            ),
        ),
    ),
    Row(
        CULTURE,
        AMERICAN,
        '"He was," she paused, "a difficult man." Ellen Marr wrote three books about him.',
        (direct("He was, | a difficult man.", "she -> Ellen Marr", "pause"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        '"France will stay," an angry Luc Morel retaliated. "It never gives up."',
        (
            direct(
                "France will stay, | It never gives up.",
                "an angry Luc Morel -> Luc Morel",
                "retaliate",
            ),
        ),
    ),
    Row(
        POLITICS,
        AMERICAN,
        'Clara Voss seemed calm: "We lost. It happens," she wrote.',
        (direct("We lost. It happens,", "she -> Clara Voss", "write"),),
    ),
    Row(
        NEWS,
        AMERICAN,
        'When Paul Adler died in 1998, Nina Cole released the following statement: "We mourn him."',
        (direct("We mourn him.", "Nina Cole*", ""),),
    ),
    Row(
        CULTURE,
        AMERICAN,
        'The author of "Long Roads," Mia Teller, said the film was "a mess."',
        (mixed('the film was "a mess."', "Mia Teller*"),),
    ),
    Row(
        CULTURE,
        AMERICAN,
        'In her podcast "Night Shift," Mia Teller told listeners she would sue.',
        (indirect("she would sue", "Mia Teller*", "tell"),),
    ),
    Row(
        CULTURE,
        BRITISH,
        "“Was it worth it?” asks the historian Ruth Lyle in her new book, “The Long Peace”.",
        (direct("Was it worth it?", "the historian Ruth Lyle -> Ruth Lyle", "ask"),),
    ),
    Row(
        CULTURE,
        AMERICAN,
        'Clara Voss wrote an essay titled "Why the Old Harbors of the North Never Froze Over."',
    ),
    Row(
        NEWS,
        BRITISH,
        "The party lost nine seats.\n\n“TOO LITTLE, TOO LATE”\n\nHelen Marsh resigned on Friday.",
    ),
    Row(
        BUSINESS,
        AMERICAN,
        'Germany\'s foreign minister called Thursday for an "immediate cease-fire."',
        (mixed('for an "immediate cease-fire."', "Germany's foreign minister", "call"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        'Voters preferred Maria Ortiz\'s call for a "clean break."',
        (mixed('for a "clean break."', "Maria Ortiz*", "call"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        'Paul Adler, a union ally, called the standards "strong."',
        (mixed('the standards "strong."', "Paul Adler*", "call"),),
    ),
    Row(
        COURT,
        BRITISH,
        "Asked how he felt, David Kerr said it was “great”.",
        (mixed("it was “great”", "David Kerr*"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        'Peter Lang argued that the toll would fail, saying it was "all about money."',
        (
            indirect("that the toll would fail", "Peter Lang*", "argue"),
            mixed('it was "all about money."', "Peter Lang*"),
        ),
    ),
    Row(
        NEWS,
        BRITISH,
        "One, who asked to remain anonymous, told The Times: “I keep cereal in my drawer.”",
        (direct("I keep cereal in my drawer.", "One", "tell"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        '"This deal must come with vigor," Maria Ortiz said, and "clear costs for any breach."',
        (direct("This deal must come with vigor, | clear costs for any breach.", "Maria Ortiz*"),),
    ),
    Row(
        COURT,
        AMERICAN,
        'The judge pointed to an old case to say that courts must weigh "the public good."',
        (mixed('that courts must weigh "the public good."', "The judge"),),
    ),
)
