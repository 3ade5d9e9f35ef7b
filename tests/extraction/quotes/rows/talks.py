"""Talks between two: quotation dashes, turns without a cue, "Q." and "A."."""

from tests.extraction.quotes.rows.row import (
    AMERICAN,
    BRITISH,
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
        CULTURE,
        BRITISH,
        "— Where were you? asked Martha.\n— At the harbour, said Jonas. I missed the last tram.\n"
        "— Again, she sighed.",
        (
            direct("Where were you?", "Martha*", "ask"),
            direct("At the harbour | I missed the last tram.", "Jonas*"),
            direct("Again", "she -> Martha", "sigh"),
        ),
    ),
    Row(
        NEWS,
        BRITISH,
        "— Nobody told us — said the mayor, Ana Pinto, on Monday. — We read it in the papers.",
        (direct("Nobody told us | We read it in the papers.", "Ana Pinto*"),),
    ),
    Row(
        CULTURE,
        BRITISH,
        "— Will it rain? asked Peter Vale.\n— It always does, said Nora Finch.\n— Then we stay.",
        (
            direct("Will it rain?", "Peter Vale*", "ask"),
            direct("It always does", "Nora Finch*"),
            direct("Then we stay.", "Peter Vale*", None),
        ),
    ),
    Row(
        NEWS,
        BRITISH,
        "Highlights of the day:\n— Sales rose 4%, Ms Lund said.\n— Profit fell, she added.",
        (
            indirect("Sales rose 4%", "Ms Lund -> Lund"),
            indirect("Profit fell", "she -> Lund", "add"),
        ),
    ),
    Row(
        COURT,
        BRITISH,
        "“You lied to me,” said Ann.\n“I never did,” said Bob.\n“You did.”\n“When?”\n“On Tuesday,”"
        " she said.",
        (
            direct("You lied to me,", "Ann*"),
            direct("I never did,", "Bob*"),
            direct("You did.", "Ann*", None),
            direct("When?", "Bob*", None),
            direct("On Tuesday,", "she -> Ann"),
        ),
    ),
    Row(
        COURT,
        AMERICAN,
        '"Did you take it?" asked Mr. Crowe.\n\n"No."\n\n"Who did?"\n\n"I have no idea," Lena Voss'
        " replied.",
        (
            direct("Did you take it?", "Mr. Crowe -> Crowe", "ask"),
            direct("No.", "Lena Voss*", None),
            direct("Who did?", "Mr. Crowe -> Crowe", None),
            direct("I have no idea,", "Lena Voss*", "reply"),
        ),
    ),
    Row(
        POLITICS,
        AMERICAN,
        '"The vote was fair," said Maria Ortiz.\n\n"It was not," said Peter Lang.\n\n"The count'
        ' stopped at ten, and nobody could say why it had."\n\nTurnout was low.',
        (
            direct("The vote was fair,", "Maria Ortiz*"),
            direct("It was not,", "Peter Lang*"),
            direct(
                "The count stopped at ten, and nobody could say why it had.", "Peter Lang*", None
            ),
        ),
    ),
    Row(
        COURT,
        AMERICAN,
        "Q. What did you see?\n\nMS. TRAN: I saw the truck.\n\nQ. Was it moving?\n\nMS. TRAN: It"
        " was.",
        (
            indirect("What did you see?", "Q.", ""),
            indirect("I saw the truck", "MS. TRAN -> TRAN", ""),
            indirect("Was it moving?", "Q.", ""),
            indirect("It was", "MS. TRAN -> TRAN", ""),
        ),
    ),
    Row(
        SPORT,
        AMERICAN,
        "Q. Why now?\n\nA. Because I am old.",
        (
            indirect("Why now?", "Q.", ""),
            indirect("Because I am old", "A.", ""),
        ),
    ),
    Row(NEWS, BRITISH, "A. Reed left the firm in May.\n\nB. Jones stayed.\n\nA. Reed came back."),
    Row(
        SPORT,
        BRITISH,
        "Live: Rovers v Town\n\n11:05: “A beauty!” says Sara Gill as Kerr scores.\n\n11:20: Michael"
        " Vine, the former captain, on the radio: “You can't leave that gap.”",
        (
            direct("A beauty!", "Sara Gill*"),
            direct("You can't leave that gap.", "Michael Vine*", ""),
        ),
    ),
    Row(
        NEWS,
        BRITISH,
        "One described her as “a tyrant”; another said that she “made people cry”.",
        (
            mixed("her as “a tyrant”", "One", "describe"),
            mixed("that she “made people cry”", "another"),
        ),
    ),
    Row(
        CULTURE,
        AMERICAN,
        '"Never borrow," her mother had said. Dr Okafor laughs. "I broke the rule."',
        (
            direct("Never borrow,", "her mother"),
            direct("I broke the rule.", "Dr Okafor -> Okafor", None),
        ),
    ),
)
