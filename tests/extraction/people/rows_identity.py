"""Who is who inside an article: all forms of one name, and namesakes apart."""

from tests.extraction.people.rows import Row

ROWS: tuple[Row, ...] = (
    # nicknames and short forms
    (
        'Margaret Tolliver won. "Maggie was always quick," her coach said.',
        {"Margaret Tolliver": ["Margaret Tolliver", "Maggie"]},
    ),
    (
        "Stephen Garside scored. Fans sang for Stevie, and Garside waved.",
        {"Stephen Garside": ["Stephen Garside", "Stevie", "Garside"]},
    ),
    (
        'Charles "Chips" Hannigan retired. Chips was a fine bowler.',
        {'Charles "Chips" Hannigan': ['Charles "Chips" Hannigan', "Chips"]},
    ),
    (
        'Edwin R. "Buster" Aldridge Jr. flew first. Aldridge is 90.',
        {'Edwin R. "Buster" Aldridge Jr.': ['Edwin R. "Buster" Aldridge Jr.', "Aldridge"]},
    ),
    (
        "Thomas (Tommy) Breslin left. Tommy had no regrets.",
        {"Thomas (Tommy) Breslin": ["Thomas (Tommy) Breslin", "Tommy"]},
    ),
    (
        "Robert Castellano, known as Bobby, sang. Bobby Castellano is 70.",
        {"Robert Castellano": ["Robert Castellano", "Bobby", "Bobby Castellano"]},
    ),
    (
        "Elizabeth Harkness spoke; later Liz Harkness wept. Liz is 40.",
        {"Elizabeth Harkness": ["Elizabeth Harkness", "Liz Harkness", "Liz"]},
    ),
    (
        "Katherine Olsen and Bill Olsen ran. Kate won, and William came last.",
        {"Katherine Olsen": ["Katherine Olsen", "Kate"], "Bill Olsen": ["Bill Olsen", "William"]},
    ),
    # initials, middle names, suffixes
    (
        "J.K. Tamworth wrote it. Joan K. Tamworth is shy, and Tamworth hides.",
        {"Joan K. Tamworth": ["J.K. Tamworth", "Joan K. Tamworth", "Tamworth"]},
    ),
    (
        "A. P. J. Abdul Sattar spoke. Sattar was clapped.",
        {"A. P. J. Abdul Sattar": ["A. P. J. Abdul Sattar", "Sattar"]},
    ),
    (
        "Philip Dean Marlowe was charged. Philip Marlowe denied it.",
        {"Philip Dean Marlowe": ["Philip Dean Marlowe", "Philip Marlowe"]},
    ),
    (
        "Calvin Brooks Sr. founded it; Calvin Brooks Jr. sold it.",
        {"Calvin Brooks Sr.": ["Calvin Brooks Sr."], "Calvin Brooks Jr.": ["Calvin Brooks Jr."]},
    ),
    (
        "Otto Lindner Jr, son of Otto Lindner Sr, preached. Lindner Jr was cheered.",
        {
            "Otto Lindner Jr": ["son of Otto Lindner Sr|Otto Lindner Jr", "Lindner Jr"],
            "Otto Lindner Sr": ["Otto Lindner Sr"],
        },
    ),
    (
        "Andrea Conti won. Mr Conti thanked his wife, Lucia.",
        {"Andrea Conti": ["Andrea Conti", "Mr|Conti"], "Lucia": ["wife|Lucia"]},
    ),
    (
        "Queen Katherine II received Kate Crompton. Prince Harry met Harry Lomax.",
        {
            "Katherine II": ["Queen|Katherine II"],
            "Kate Crompton": ["Kate Crompton"],
            "Harry": ["Prince|Harry"],
            "Harry Lomax": ["Harry Lomax"],
        },
    ),
    ("Thurston Vale III sued. Vale lost.", {"Thurston Vale III": ["Thurston Vale III", "Vale"]}),
    (
        "Ana Lucía Peñalver won. Ana Lucia Penalver is 19.",
        {"Ana Lucía Peñalver": ["Ana Lucía Peñalver", "Ana Lucia Penalver"]},
    ),
    (
        "Jean-Marc Dufour rode well. Dufour, whom friends call Jean-Marc, won.",
        {"Jean-Marc Dufour": ["Jean-Marc Dufour", "Dufour", "Jean-Marc"]},
    ),
    # titles that tell family members apart
    (
        "Gareth Hughes and his wife, Delyth Hughes, spoke. Mrs Hughes wept. Mr Hughes did not.",
        {
            "Gareth Hughes": ["Gareth Hughes", "Mr|Hughes"],
            "Delyth Hughes": ["wife|Delyth Hughes", "Mrs|Hughes"],
        },
    ),
    ("Delyth Hughes spoke. Mrs Hughes wept.", {"Delyth Hughes": ["Delyth Hughes", "Mrs|Hughes"]}),
    (
        "Senator Alan Whitlock stood by Ruth Whitlock. Mrs. Whitlock smiled.",
        {
            "Alan Whitlock": ["Senator|Alan Whitlock"],
            "Ruth Whitlock": ["Ruth Whitlock", "Mrs.|Whitlock"],
        },
    ),
    (
        "Frank Delgado met his son, Peter Delgado. Frank was proud; Peter was shy.",
        {
            "Frank Delgado": ["Frank Delgado", "Frank"],
            "Peter Delgado": ["son|Peter Delgado", "Peter"],
        },
    ),
    (
        "Serena Okoye beat Venetia Okoye. Serena cried.",
        {"Serena Okoye": ["Serena Okoye", "Serena"], "Venetia Okoye": ["Venetia Okoye"]},
    ),
    (
        "Ian Forsyth and Morag Forsyth bought it. Mr Forsyth paid.",
        {"Ian Forsyth": ["Ian Forsyth", "Mr|Forsyth"], "Morag Forsyth": ["Morag Forsyth"]},
    ),
    (
        "Dr. Paul Ngata treated Mere Ngata. Ms Ngata recovered.",
        {"Paul Ngata": ["Dr.|Paul Ngata"], "Mere Ngata": ["Mere Ngata", "Ms|Ngata"]},
    ),
    # family first
    (
        "Xu Meiling met Kim Tae Won. Xu left, but Kim stayed.",
        {"Xu Meiling": ["Xu Meiling", "Xu"], "Kim Tae Won": ["Kim Tae Won", "Kim"]},
    ),
    (
        "President Yoon Hae-jin spoke. Mr. Yoon bowed.",
        {"Yoon Hae-jin": ["President|Yoon Hae-jin", "Mr.|Yoon"]},
    ),
    (
        "Pham Minh Duc was jailed. Duc had written a blog.",
        {"Pham Minh Duc": ["Pham Minh Duc", "Duc"]},
    ),
    # particles
    (
        "Pilar de la Torre ran. De la Torre finished third.",
        {"Pilar de la Torre": ["Pilar de la Torre", "De la Torre"]},
    ),
    (
        "Hassan al-Jabouri fled. Jabouri is in Amman.",
        {"Hassan al-Jabouri": ["Hassan al-Jabouri", "Jabouri"]},
    ),
    (
        "Bram van Leeuwen rode on. Van Leeuwen's brake failed.",
        {"Bram van Leeuwen": ["Bram van Leeuwen", "Van Leeuwen"]},
    ),
    # headlines and capitals
    (
        "HOLLOWAY QUITS AS CHAIR\n\nBeatrice Holloway has quit as chair of the board.",
        {"Beatrice Holloway": ["HOLLOWAY", "Beatrice Holloway"]},
    ),
    (
        "MAYOR DENISE FULLERTON ARRESTED\n\nPolice arrested Denise Fullerton on Monday.",
        {"Denise Fullerton": ["MAYOR|DENISE FULLERTON", "Denise Fullerton"]},
    ),
    (
        "Kowalczyk Wins Again as Rivals Fade\n\nJustyna Kowalczyk won on Sunday.",
        {"Justyna Kowalczyk": ["Kowalczyk", "Justyna Kowalczyk"]},
    ),
    (
        "Q: Were you afraid?\n\nMARTA SOLANO: Never.\n\nMarta Solano is a pilot.",
        {"Marta Solano": ["MARTA SOLANO", "Marta Solano"]},
    ),
    # possessives, numbers, line breaks, compounds
    (
        "Tom Sawtell's car hit Greg Munro's.",
        {"Tom Sawtell": ["Tom Sawtell"], "Greg Munro": ["Greg Munro"]},
    ),
    (
        "James’ brother, Luke James, and Luke James’s wife came.",
        {"Luke James": ["James", "Luke James", "Luke James"]},
    ),
    (
        "Winners:\nPetra Kubelik3\nDirk Hansen12\n",
        {"Petra Kubelik": ["Petra Kubelik"], "Dirk Hansen": ["Dirk Hansen"]},
    ),
    (
        "The Ransome-Tait exchange grew heated. Justice Colin Ransome asked; Irene Tait answered.",
        {
            "Colin Ransome": ["Ransome", "Justice|Colin Ransome"],
            "Irene Tait": ["Tait", "Irene Tait"],
        },
    ),
    (
        "Ross Kendrick met Neil Abara. The Kendrick-Abara pact held.",
        {"Ross Kendrick": ["Ross Kendrick", "Kendrick"], "Neil Abara": ["Neil Abara", "Abara"]},
    ),
    # people of one name
    ("Pele smiled at the crowd, and the crowd sang for Pelé.", {"Pele": ["Pele", "Pelé"]}),
    # a topic keeps the surname
    (
        "Wendy Carrow was re-elected. Carrow beat four rivals. "
        "Her uncle, Mick Carrow, cheered. Carrow said she was glad.",
        {
            "Wendy Carrow": ["Wendy Carrow", "Carrow", "Carrow"],
            "Mick Carrow": ["uncle|Mick Carrow"],
        },
    ),
)
