"""Titles and descriptions beside a name, before and behind it."""

from tests.extraction.people.rows import Row

ROWS: tuple[Row, ...] = (
    # ages are no part of a title
    (
        "Wilma Stott, a 45-year-old father of six, voted.",
        {"Wilma Stott": ["father of six|Wilma Stott"]},
    ),
    (
        "The 45-year-old plumber Joe Wurz voted for the first time.",
        {"Joe Wurz": ["plumber|Joe Wurz"]},
    ),
    (
        'Col. Edmund E. "Bee" Tranter Jr. walked there. Tranter fell.',
        {'Edmund E. "Bee" Tranter Jr.': ['Col.|Edmund E. "Bee" Tranter Jr.', "Tranter"]},
    ),
    # short titles, known and not
    (
        "Cllr Oyelaran-Hughes said the bins would be emptied.",
        {"Oyelaran-Hughes": ["Cllr|Oyelaran-Hughes"]},
    ),
    (
        "Mr Pritchard and Ms. Okonedo declined to comment.",
        {"Pritchard": ["Mr|Pritchard"], "Okonedo": ["Ms.|Okonedo"]},
    ),
    (
        "Det Ch Insp Paula Raines appealed for witnesses.",
        {"Paula Raines": ["Det Ch Insp|Paula Raines"]},
    ),
    (
        "DCI Raymond Holt said PC Anil Bhatt was recovering.",
        {"Raymond Holt": ["DCI|Raymond Holt"], "Anil Bhatt": ["PC|Anil Bhatt"]},
    ),
    (
        "Dr. Amara Nwosu treated him. Dr. Nwosu said he would live.",
        {"Amara Nwosu": ["Dr.|Amara Nwosu", "Dr.|Nwosu"]},
    ),
    (
        "Rev. Josiah Tremlett prayed with Sister Bernadette.",
        {"Josiah Tremlett": ["Rev.|Josiah Tremlett"], "Bernadette": ["Sister|Bernadette"]},
    ),
    (
        "Lt. Gen. Craig Haverstock saluted Sgt. Mendez.",
        {"Craig Haverstock": ["Lt. Gen.|Craig Haverstock"], "Mendez": ["Sgt.|Mendez"]},
    ),
    (
        "Justice Amit Banerjee and Lord Justice Peregrine agreed.",
        {"Amit Banerjee": ["Justice|Amit Banerjee"], "Peregrine": ["Lord Justice|Peregrine"]},
    ),
    (
        "Sir Crispin Ballantyne dined with Dame Olwen Treharne.",
        {
            "Crispin Ballantyne": ["Sir|Crispin Ballantyne"],
            "Olwen Treharne": ["Dame|Olwen Treharne"],
        },
    ),
    (
        "Sheikh Nasser al-Fahim received Princess Haya.",
        {"Nasser al-Fahim": ["Sheikh|Nasser al-Fahim"], "Haya": ["Princess|Haya"]},
    ),
    # roles before the name
    (
        "Finance Minister Ewa Zielonka cut taxes.",
        {"Ewa Zielonka": ["Finance Minister|Ewa Zielonka"]},
    ),
    (
        "Kenyan opposition leader Otieno Barasa was held.",
        {"Otieno Barasa": ["Kenyan opposition leader|Otieno Barasa"]},
    ),
    (
        "Former Everton striker Callum Dunmore has signed.",
        {"Callum Dunmore": ["Former Everton striker|Callum Dunmore"]},
    ),
    (
        "Supreme Court Justice Lorna Whitcombe dissented.",
        {"Lorna Whitcombe": ["Supreme Court Justice|Lorna Whitcombe"]},
    ),
    (
        "Company spokeswoman Ingrid Solheim said it was safe.",
        {"Ingrid Solheim": ["Company spokeswoman|Ingrid Solheim"]},
    ),
    (
        "Head coach Vusi Maseko praised goalkeeper Ivo Brandt.",
        {"Vusi Maseko": ["Head coach|Vusi Maseko"], "Ivo Brandt": ["goalkeeper|Ivo Brandt"]},
    ),
    (
        "Deputy Prime Minister Luca Ferrante and Foreign Secretary Nell Ashdown "
        "met in a hotel near the old harbour.",
        {
            "Luca Ferrante": ["Deputy Prime Minister|Luca Ferrante"],
            "Nell Ashdown": ["Foreign Secretary|Nell Ashdown"],
        },
    ),
    (
        "The union's general secretary Moira Devlin called a strike.",
        {"Moira Devlin": ["general secretary|Moira Devlin"]},
    ),
    (
        "France's foreign minister Odile Garnier flew home.",
        {"Odile Garnier": ["foreign minister|Odile Garnier"]},
    ),
    (
        "The bank's chief economist, Rafael Otero, was gloomy.",
        {"Rafael Otero": ["chief economist|Rafael Otero"]},
    ),
    (
        "Entrusting Prime Minister Tomasz Gajda with the task was bold.",
        {"Tomasz Gajda": ["Prime Minister|Tomasz Gajda"]},
    ),
    (
        "Accusing President Amadou Kone of fraud, they left.",
        {"Amadou Kone": ["President|Amadou Kone"]},
    ),
    ("Meeting Karen Oduya was an honour, pupils said.", {"Karen Oduya": ["Karen Oduya"]}),
    (
        "Justices Ruth Calloway and Elena Marchetti dissented.",
        {"Ruth Calloway": ["Justices|Ruth Calloway"], "Elena Marchetti": ["Elena Marchetti"]},
    ),
    (
        "Senators Joan Bexley and Todd Rusk objected.",
        {"Joan Bexley": ["Senators|Joan Bexley"], "Todd Rusk": ["Todd Rusk"]},
    ),
    (
        "Presidents Kofi Darko and Ousmane Fall embraced.",
        {"Kofi Darko": ["Presidents|Kofi Darko"], "Ousmane Fall": ["Ousmane Fall"]},
    ),
    (
        "Actor and director Hugo Strand died at 80.",
        {"Hugo Strand": ["Actor and director|Hugo Strand"]},
    ),
    ("Then-Governor Patty Luna vetoed it.", {"Patty Luna": ["Then-Governor|Patty Luna"]}),
    ("Vice-President Grace Achola resigned.", {"Grace Achola": ["Vice-President|Grace Achola"]}),
    (
        "Acting U.S. Attorney Dwight Ferris brought the case.",
        {"Dwight Ferris": ["Acting U.S. Attorney|Dwight Ferris"]},
    ),
    ("Rep. Luis Cordero, D-Texas, voted no.", {"Luis Cordero": ["Rep.|Luis Cordero"]}),
    ("Labour MP Shabnam Qureshi asked why.", {"Shabnam Qureshi": ["Labour MP|Shabnam Qureshi"]}),
    ("Her lawyer Pieter Roux said so.", {"Pieter Roux": ["lawyer|Pieter Roux"]}),
    # "the ROLE, NAME,"
    (
        "The mayor, Farida Rahimi, said the bridge was safe.",
        {"Farida Rahimi": ["mayor|Farida Rahimi"]},
    ),
    (
        "The prime minister, Bertil Lindqvist, and his aides left.",
        {"Bertil Lindqvist": ["prime minister|Bertil Lindqvist"]},
    ),
    ("His lawyer, Fiona Tate, said he would appeal.", {"Fiona Tate": ["lawyer|Fiona Tate"]}),
    (
        "The head of the teachers' union, Gwen Parry, walked out.",
        {"Gwen Parry": ["head of the teachers' union|Gwen Parry"]},
    ),
    (
        "The governor of Ohio, Mark Delancey, signed it.",
        {"Mark Delancey": ["governor of Ohio|Mark Delancey"]},
    ),
    # behind the name
    (
        "Solveig Aune, the mayor of Bergen, opened the fair.",
        {"Solveig Aune": ["mayor of Bergen|Solveig Aune"]},
    ),
    (
        "Kenji Morita, chief executive of the shipyard, bowed.",
        {"Kenji Morita": ["chief executive of the shipyard|Kenji Morita"]},
    ),
    ("Polly Agnew, a nurse from Leeds, won.", {"Polly Agnew": ["nurse from Leeds|Polly Agnew"]}),
    (
        "Owen Tully, the club's captain and top scorer, was sent off.",
        {"Owen Tully": ["club's captain and top scorer|Owen Tully"]},
    ),
    (
        "Dieter Kranz (the defence minister) smiled.",
        {"Dieter Kranz": ["defence minister|Dieter Kranz"]},
    ),
    ("Asif Malik, 43, a taxi driver, was fined.", {"Asif Malik": ["taxi driver|Asif Malik"]}),
    ("Lila Moreau, who chairs the board, resigned.", {"Lila Moreau": ["Lila Moreau"]}),
    ("Nobody told Ravi Menon, the police said.", {"Ravi Menon": ["Ravi Menon"]}),
    (
        "We saw Gary Holt, Jean Pugh and Stan Lowe.",
        {"Gary Holt": ["Gary Holt"], "Jean Pugh": ["Jean Pugh"], "Stan Lowe": ["Stan Lowe"]},
    ),
)
