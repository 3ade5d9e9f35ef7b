"""Short articles of several genres, British and American."""

from tests.extraction.people.rows import Row

ROWS: tuple[Row, ...] = (
    (
        "LONDON, March 3 (Newswire) - Britain's trade minister, Imogen Fairclough, told "
        "reporters on Tuesday that talks had stalled. Fairclough's Indian counterpart, "
        'Suresh Iyengar, disagreed. "We are close," Iyengar said.',
        {
            "Imogen Fairclough": ["trade minister|Imogen Fairclough", "Fairclough"],
            "Suresh Iyengar": ["Indian counterpart|Suresh Iyengar", "Iyengar"],
        },
    ),
    (
        "A jury at Truro Crown Court convicted Kevin Pascoe, 38, of Penzance, of fraud.\n\n"
        'Judge Simon Trelawny told Pascoe: "You stole from the old." Prosecutor Nadia '
        "Haq had said Pascoe's wife, Jenna, knew nothing.",
        {
            "Kevin Pascoe": ["Kevin Pascoe", "Pascoe", "Pascoe"],
            "Simon Trelawny": ["Judge|Simon Trelawny"],
            "Nadia Haq": ["Prosecutor|Nadia Haq"],
            "Jenna": ["wife|Jenna"],
        },
    ),
    (
        "SOCCER - OKAFOR HAT-TRICK SINKS ROVERS.\n\nAVONPORT 1998-04-11\n\nStriker Emeka "
        "Okafor scored three as United beat Rovers 4-1 on Saturday. Okafor struck in the "
        "9th, 31st and 80th minutes before Dutch midfielder Joost Verkerk added a fourth.",
        {
            "Emeka Okafor": ["OKAFOR", "Striker|Emeka Okafor", "Okafor"],
            "Joost Verkerk": ["Dutch midfielder|Joost Verkerk"],
        },
    ),
    (
        "Men's singles, second round:\n"
        "Ivan Petrenko (Ukraine) beat Hicham Lazrak (Morocco) 6-3 7-5\n"
        "Magnus Dahlberg (Sweden) beat Tim Crowther (Britain) 6-2 6-4\n",
        {
            "Ivan Petrenko": ["Ivan Petrenko"],
            "Hicham Lazrak": ["Hicham Lazrak"],
            "Magnus Dahlberg": ["Magnus Dahlberg"],
            "Tim Crowther": ["Tim Crowther"],
        },
    ),
    (
        "Shares of Northgate Corp. rose 4% after Chief Executive Officer Dana Whitmore said "
        'profit would double. Analyst Chen Guowei of Harper Securities called it "bold." '
        "Whitmore took over from founder Abe Lindenbaum in 2019.",
        {
            "Dana Whitmore": ["Chief Executive Officer|Dana Whitmore", "Whitmore"],
            "Chen Guowei": ["Analyst|Chen Guowei"],
            "Abe Lindenbaum": ["founder|Abe Lindenbaum"],
        },
    ),
    (
        "Wikinews spoke to the novelist Tamsin Ogilvie about her book.\n\n"
        "Your hero is called Rupert. Why?\n\nOgilvie: My grandfather was Rupert. He hated it.\n\n"
        "Thank you, Ms Ogilvie.",
        {
            "Tamsin Ogilvie": ["novelist|Tamsin Ogilvie", "Ogilvie", "Ms|Ogilvie"],
            "Rupert": ["Rupert", "Rupert"],
        },
    ),
    (
        "Gov. Rhonda Castellan, a Republican, signed the bill Friday. Democrats, led by state "
        "Sen. Marcus Whitehead, vowed to sue. \"It's cruel,\" Whitehead said. Castellan's "
        "spokesman, Brett Yoder, called the suit a stunt.",
        {
            "Rhonda Castellan": ["Gov.|Rhonda Castellan", "Castellan"],
            "Marcus Whitehead": ["state Sen.|Marcus Whitehead", "Whitehead"],
            "Brett Yoder": ["spokesman|Brett Yoder"],
        },
    ),
    (
        "Obituary: Wilhelmina Stokes, who taught three generations of Barlow children to "
        "swim, has died aged 91. Mrs Stokes leaves a son, Derek, and two granddaughters, "
        'Chloe and Paige. "Mum never got wet," Derek said.',
        {
            "Wilhelmina Stokes": ["Wilhelmina Stokes", "Mrs|Stokes"],
            "Derek": ["son|Derek", "Derek"],
            "Chloe": ["Chloe"],
            "Paige": ["Paige"],
        },
    ),
    (
        "TOKYO (AP) — Prime Minister Kenzo Arakawa met South Korean President Moon Ji-hoon "
        "on Thursday. Arakawa and Moon agreed to meet again, Foreign Ministry spokesman "
        "Daiki Uemura said.",
        {
            "Kenzo Arakawa": ["Prime Minister|Kenzo Arakawa", "Arakawa"],
            "Moon Ji-hoon": ["South Korean President|Moon Ji-hoon", "Moon"],
            "Daiki Uemura": ["Foreign Ministry spokesman|Daiki Uemura"],
        },
    ),
    (
        "By Lorraine Petty\n\nThe council has sold the town hall to a builder for a pound. "
        'Cllr Gethin Vaughan-Price, who leads it, said: "Nobody else wanted it." '
        "Opponents of Cllr Vaughan-Price disagree.",
        {
            "Lorraine Petty": ["Lorraine Petty"],
            "Gethin Vaughan-Price": ["Cllr|Gethin Vaughan-Price", "Cllr|Vaughan-Price"],
        },
    ),
    (
        "Singer Adaeze Umeh's new album, Harmattan, was recorded with Grammy-winning producer "
        'Nick Solberg. "Adaeze works fast," Solberg told the magazine.',
        {
            "Adaeze Umeh": ["Singer|Adaeze Umeh", "Adaeze"],
            "Nick Solberg": ["producer|Nick Solberg", "Solberg"],
        },
    ),
    (
        "Researchers led by Prof Yiannis Kostopoulos of Leiden University published the study "
        "in Nature. Co-author Mei-Ling Hartmann said mice lived longer. Kostopoulos was cautious.",
        {
            "Yiannis Kostopoulos": ["Prof|Yiannis Kostopoulos", "Kostopoulos"],
            "Mei-Ling Hartmann": ["Co-author|Mei-Ling Hartmann"],
        },
    ),
)
