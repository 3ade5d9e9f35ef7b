"""Colons, transcripts, interviews, live pages, posts."""

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
        BRITISH,
        "Marsh: ‘Fares will not rise’\n\nHelen Marsh has promised to freeze fares.",
        (
            direct("Fares will not rise", "Marsh -> Helen Marsh", ""),
            indirect("to freeze fares", "Helen Marsh*", "promise"),
        ),
    ),
    Row(
        POLITICS,
        BRITISH,
        "‘Fares will not rise’: Marsh on transport\n\nHelen Marsh spoke in Leeds on Monday.",
        (direct("Fares will not rise", "Marsh -> Helen Marsh", ""),),
    ),
    Row(
        BUSINESS,
        BRITISH,
        "Lang: bank is ‘finished’\n\nPeter Lang left the bank in May.",
        (mixed("bank is ‘finished’", "Lang -> Peter Lang", ""),),
    ),
    Row(
        SPORT,
        BRITISH,
        "Title race not over, says Kerr\n\nDavid Kerr's side are four points clear.",
        (indirect("Title race not over", "Kerr -> David Kerr"),),
    ),
    Row(
        SPORT,
        BRITISH,
        "Kerr insists title race ‘not over’\n\nDavid Kerr's side are four points clear.",
        (mixed("title race ‘not over’", "Kerr -> David Kerr", "insist"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        "Transcript of the debate\n\nORTIZ: The budget is balanced.\n\nLANG: It is"
        " not.\n\nORTIZ: It"
        " is, and you know it.\n\nMaria Ortiz and Peter Lang met in Port Ellery.",
        (
            indirect("The budget is balanced", "ORTIZ -> Maria Ortiz", ""),
            indirect("It is not", "LANG -> Peter Lang", ""),
            indirect("It is, and you know it", "ORTIZ -> Maria Ortiz", ""),
        ),
    ),
    Row(
        CULTURE,
        AMERICAN,
        "Anna Nowak on her new show\n\nQ: Why now?\n\nA: Because I am old enough.\n\nQ: Is it your"
        " last?\n\nA: I hope not.",
        (
            indirect("Why now?", "Q", ""),
            indirect("Because I am old enough", "A", ""),
            indirect("Is it your last?", "Q", ""),
            indirect("I hope not", "A", ""),
        ),
    ),
    Row(
        CULTURE,
        BRITISH,
        "Anna Nowak talks to us about her new show.\n\nInterviewer: Why now?\n\nAnna Nowak: Because"
        " I am old enough.\n\nInterviewer: Is it your last?\n\nAnna Nowak: I hope not.",
        (
            indirect("Why now?", "Interviewer", ""),
            indirect("Because I am old enough", "Anna Nowak*", ""),
            indirect("Is it your last?", "Interviewer", ""),
            indirect("I hope not", "Anna Nowak*", ""),
        ),
    ),
    Row(
        COURT,
        AMERICAN,
        "The exchange in court went like this:\n\nMs. Reed: Did you sign it?\n\nMr. Lang: I"
        " did.\n\n"
        "Ms. Reed: When?\n\nMr. Lang: In March.\n\nSusan Reed then sat down. Peter Lang wept.",
        (
            indirect("Did you sign it?", "Ms. Reed -> Susan Reed", ""),
            indirect("I did", "Mr. Lang -> Peter Lang", ""),
            indirect("When?", "Ms. Reed -> Susan Reed", ""),
            indirect("In March", "Mr. Lang -> Peter Lang", ""),
        ),
    ),
    Row(
        NEWS,
        BRITISH,
        "Council meets on road closure\n\n16:30 Cllr Helen Marsh says the road will stay shut until"
        " May.\n\n16:42 Cllr David Kerr: ‘This is a disgrace.’\n\n16:50 The vote is under way.",
        (
            indirect("the road will stay shut until May", "Cllr Helen Marsh -> Helen Marsh"),
            direct("This is a disgrace.", "Cllr David Kerr -> David Kerr", ""),
        ),
    ),
    Row(
        NEWS,
        BRITISH,
        "Road closure: live updates\n\n16.42pm: Helen Marsh tells the meeting that the road is"
        " unsafe.\n\n16.50pm: David Kerr replies: ‘Nonsense.’",
        (
            indirect("that the road is unsafe", "Helen Marsh*", "tell"),
            direct("Nonsense.", "David Kerr*", "reply"),
        ),
    ),
    Row(
        SPORT,
        BRITISH,
        "85' GOAL! Rovers lead.\n\n90' Full time. David Kerr punches the air.\n\n17:05 Kerr"
        " speaks to"
        " the BBC: “We never gave up. It was all for the fans.”",
        (direct("We never gave up. It was all for the fans.", "Kerr -> David Kerr", "speak"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        'Maria Ortiz tweeted: "The vote is a sham!!! #PortEllery"',
        (direct("The vote is a sham!!! #PortEllery", "Maria Ortiz*", "tweet"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        "Maria Ortiz took to Twitter to complain. “The vote is a sham,” she wrote. “Count again.”",
        (direct("The vote is a sham, | Count again.", "she -> Maria Ortiz", "write"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        'In a post on Facebook, Maria Ortiz wrote that the vote was "a sham."',
        (mixed('that the vote was "a sham."', "Maria Ortiz*", "write"),),
    ),
    Row(
        BUSINESS,
        AMERICAN,
        "The plant will close in May — Peter Lang (@plang) June 3, 2024",
        (indirect("The plant will close in May", "Peter Lang*", ""),),
    ),
    Row(
        BUSINESS,
        AMERICAN,
        '"The plant will close in May," Peter Lang posted on X on Friday.',
        (direct("The plant will close in May,", "Peter Lang*", "post"),),
    ),
    Row(
        CULTURE,
        BRITISH,
        "‘A triumph.’ – Anna Nowak, The Leeds Review",
        (direct("A triumph.", "Anna Nowak*", ""),),
    ),
    Row(
        CULTURE,
        AMERICAN,
        "“Paint is cheap, time is not.”\n— Anna Nowak",
        (direct("Paint is cheap, time is not.", "Anna Nowak*", ""),),
    ),
    Row(
        NEWS,
        AMERICAN,
        "Three neighbors spoke to us.\n\nCarla Gomez, 61, teacher: “Nobody warned us.”\n\nRay Dunn,"
        " 54, driver: “I ran.”\n\nSusan Reed, 44, nurse: “I saw it fall.”",
        (
            direct("Nobody warned us.", "Carla Gomez*", ""),
            direct("I ran.", "Ray Dunn*", ""),
            direct("I saw it fall.", "Susan Reed*", ""),
        ),
    ),
    Row(
        SPORT,
        AMERICAN,
        'Coach Ray Dunn on the injury: "It looks bad."\n\nOn the next game: "We will be ready."',
        (
            direct("It looks bad.", "Coach Ray Dunn -> Ray Dunn", ""),
            direct("We will be ready.", "Coach Ray Dunn -> Ray Dunn", ""),
        ),
    ),
    Row(
        COURT,
        BRITISH,
        "The note read: ‘I know what you did.’",
        (direct("I know what you did.", "The note", "read"),),
    ),
    Row(
        NEWS,
        AMERICAN,
        'You said in March that it was safe. "I was wrong," Carla Gomez answered.',
        (
            indirect("that it was safe", "You"),
            direct("I was wrong,", "Carla Gomez*", "answer"),
        ),
    ),
)
