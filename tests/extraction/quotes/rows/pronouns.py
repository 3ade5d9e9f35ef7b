"""The person behind "he", "she", "who", "they" and "his"."""

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
    # gender
    Row(
        POLITICS,
        AMERICAN,
        'Maria Ortiz met Peter Lang on Monday. "It went well," he said.',
        (direct("It went well,", "he -> Peter Lang"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        'Peter Lang met Maria Ortiz on Monday. "It went well," she said.',
        (direct("It went well,", "she -> Maria Ortiz"),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "Mrs Haddow met Mr Quill in Leeds. ‘It went well,’ he said.",
        (direct("It went well,", "he -> Quill"),),
    ),
    Row(
        CULTURE,
        BRITISH,
        "The actress Robin Vale met the director Kim Aster. ‘I was nervous,’ she said.",
        (direct("I was nervous,", "she -> Robin Vale"),),
    ),
    Row(
        SPORT,
        AMERICAN,
        'Jordan Pell lost her third match to Casey Rudd. "I was tired," she said.',
        (direct("I was tired,", "she -> Jordan Pell"),),
    ),
    # the subject, not the nearest name
    Row(
        BUSINESS,
        AMERICAN,
        'Peter Lang took over from Tom Barker in 2010. "It was chaos," he said.',
        (direct("It was chaos,", "he -> Peter Lang"),),
    ),
    Row(
        BUSINESS,
        BRITISH,
        "Peter Lang, who succeeded Tom Barker as chief executive, cut costs. ‘It was chaos,’ he"
        " said.",
        (direct("It was chaos,", "he -> Peter Lang"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        'Maria Ortiz endorsed Susan Reed on Friday. "It is time," she said.',
        (direct("It is time,", "she -> Maria Ortiz"),),
    ),
    Row(
        SPORT,
        BRITISH,
        "David Kerr praised Tom Barker, who scored twice. ‘He was superb,’ he said.",
        (direct("He was superb,", "he -> David Kerr"),),
    ),
    Row(
        COURT,
        AMERICAN,
        'Susan Reed cross-examined Carla Gomez for an hour. She said: "You never saw the car."',
        (direct("You never saw the car.", "She -> Susan Reed"),),
    ),
    # the subject of its own sentence
    Row(
        SPORT,
        BRITISH,
        "Tom Barker scored twice. David Kerr smiled when he said: ‘We are top.’",
        (direct("We are top.", "he -> David Kerr"),),
    ),
    Row(
        BUSINESS,
        AMERICAN,
        'Tom Barker left in May. When Peter Lang arrived, he said: "Costs must fall."',
        (direct("Costs must fall.", "he -> Peter Lang"),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "James Holt resigned last week. In his first speech, Peter Lang praised the voters, whom he"
        " called ‘the best in the land’.",
        (direct("the best in the land", "he -> Peter Lang", "call"),),
    ),
    # who spoke goes on to speak
    Row(
        POLITICS,
        AMERICAN,
        '"We lost," Maria Ortiz said.\n\nHer rival, Susan Reed, had led since May.\n\n"We will be'
        ' back," Ortiz added. "I promise," she said.',
        (
            direct("We lost,", "Maria Ortiz*"),
            direct("We will be back,", "Ortiz -> Maria Ortiz", "add"),
            direct("I promise,", "she -> Maria Ortiz"),
        ),
    ),
    Row(
        SPORT,
        BRITISH,
        "‘We lost,’ said David Kerr, who brought on Tom Barker late. ‘We deserved it,’ he added.",
        (
            direct("We lost,", "David Kerr*"),
            direct("We deserved it,", "he -> David Kerr", "add"),
        ),
    ),
    # what is said rules its own speaker's name out
    Row(
        POLITICS,
        AMERICAN,
        'Peter Lang met Tom Barker on Friday. "Lang is finished," he said.',
        (direct("Lang is finished,", "he -> Tom Barker"),),
    ),
    Row(
        COURT,
        BRITISH,
        "Helen Marsh defended Susan Reed. She told Marsh: ‘Thank you.’",
        (direct("Thank you.", "She -> Susan Reed", "tell"),),
    ),
    Row(
        SPORT,
        AMERICAN,
        'Ray Dunn spoke about Tom Barker. "I have known Barker for years," he said.',
        (direct("I have known Barker for years,", "he -> Ray Dunn"),),
    ),
    # somebody without a name
    Row(
        NEWS,
        BRITISH,
        "David Kerr pulled the boy from the river. The boy was shaking. ‘I thought I would die,’ he"
        " said.",
        (direct("I thought I would die,", "he"),),
    ),
    Row(
        NEWS,
        AMERICAN,
        'Ray Dunn was arrested on Friday. A neighbor saw it all. "There were six cars," she said.',
        (direct("There were six cars,", "she"),),
    ),
    Row(
        COURT,
        BRITISH,
        "Peter Lang sat in the dock as his nephew gave evidence. His nephew looked away. ‘I was"
        " afraid of him,’ he said.",
        (direct("I was afraid of him,", "he"),),
    ),
    Row(
        COURT,
        AMERICAN,
        'A witness described how Peter Lang fled. "He ran like a child," he said.',
        (
            indirect("how Peter Lang fled", "A witness", "describe"),
            direct("He ran like a child,", "he"),
        ),
    ),
    Row(
        NEWS,
        BRITISH,
        "A woman who lives opposite said the blaze began at noon. Helen Marsh, her MP, visited."
        " ‘I am so sorry,’ she said.",
        (
            indirect("the blaze began at noon", "A woman"),
            direct("I am so sorry,", "she -> Helen Marsh"),
        ),
    ),
    Row(
        POLITICS,
        BRITISH,
        "The outgoing mayor thanked Peter Lang. ‘It has been an honour,’ he said.",
        (direct("It has been an honour,", "he"),),
    ),
    # number
    Row(
        NEWS,
        AMERICAN,
        'Police arrested Ray Dunn. They said he was armed. "He was calm," they added.',
        (
            indirect("he was armed", "They"),
            direct("He was calm,", "they", "add"),
        ),
    ),
    # who, whose, his
    Row(
        BUSINESS,
        AMERICAN,
        "Peter Lang, who said the plant would close, left by a side door.",
        (indirect("the plant would close", "who -> Peter Lang"),),
    ),
    Row(
        CULTURE,
        BRITISH,
        "The show was made by Anna Nowak, who called it ‘a homecoming’.",
        (mixed("it ‘a homecoming’", "who -> Anna Nowak", "call"),),
    ),
    Row(
        COURT,
        AMERICAN,
        "Peter Lang went first. His claim that he was abroad was false.",
        (indirect("that he was abroad", "His -> Peter Lang", "claim"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        "Maria Ortiz has led the city since 2019. In her statement she said taxes would fall.",
        (indirect("taxes would fall", "she -> Maria Ortiz"),),
    ),
    # a family
    Row(
        CULTURE,
        BRITISH,
        "Her husband, Tom Barker, ran the shop. Anna Nowak painted upstairs. ‘I hated the noise,’"
        " she said. ‘I liked it,’ he said.",
        (
            direct("I hated the noise,", "she -> Anna Nowak"),
            direct("I liked it,", "he -> Tom Barker"),
        ),
    ),
    # a pronoun that looks forward
    Row(
        SPORT,
        AMERICAN,
        'Before he said, "I quit," Ray Dunn hugged every player.',
        (direct("I quit,", "he -> Ray Dunn"),),
    ),
)
