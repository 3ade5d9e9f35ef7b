"""Capitalised words that name no person, beside some that do."""

from tests.extraction.people.rows import Row

ROWS: tuple[Row, ...] = (
    # ordinary words that open a sentence or line
    ("Workers walked out at noon. Turnout was low.", {}),
    ("Turnout fell in every ward.\n\nWorkers blamed the rain.\n\nFerries stayed in port.", {}),
    ("Bakers say flour is dear. Landlords disagree.", {}),
    ("Residents queued for water. Plumbers worked all night.", {}),
    ("Shoppers stayed away, traders said. Footfall halved.", {}),
    ("Overnight the ice gave way. Divers found nothing.", {}),
    ("Weather: Showers, clearing later.\nTraffic: Delays on the bridge.", {}),
    ("Romanians and Kenyans queued; Latinos did not.", {}),
    ("Critics of the T.P.P., and of the A.B.C., were heard.", {}),
    ("Sadly the piano was beyond repair. Luckily nobody was hurt.", {}),
    ("Teachers and nurses marched. Pensioners joined them.", {}),
    ("Grants were cut in June. Wages were frozen.", {}),
    # the sides of an interview
    ("Q. Will you stand again?\n\nA. Will I? No.\n\nQ. Should the mayor go?", {}),
    # places, real and invented
    ("The ferry to Harwick was late, and Harwick's mayor was angry.", {}),
    ("The river burst its banks at Lower Thornbury and in Great Massingford.", {}),
    ("Crowds filled Grant Park and marched to Wilson Avenue.", {}),
    ("They met in St. Louis and drove to Fort Bradley.", {}),
    ("Fire broke out on Mount Kerrigan above Lake Ellsworth.", {}),
    ("Houses in Jackson, Mississippi, and in Lincoln, Nebraska, were flooded.", {}),
    ("Washington said it would not bow to Beijing.", {}),
    ("Madison County lies north of Houston Street.", {}),
    ("The Port of Dunmore and the village of Kilbrannan lost power.", {}),
    ("She grew up near Tannersville and went to school in Marlowe Heights.", {}),
    ("Sydney and Adelaide sweltered; Victoria burned.", {}),
    # companies, banks, shops, media
    ("Johnson & Johnson and Procter & Gamble raised prices.", {}),
    ("Shares in Baxter Holdings fell after Miller Brothers Ltd sold out.", {}),
    ("Ford said it would close the plant, and Tesla said it would not.", {}),
    ("Lawyers at Hargreaves, Pike & Partners filed the papers.", {}),
    ("JPMorgan Chase and Wells Fargo were fined.", {}),
    ("The Fairweather Group bought the Tribune.", {}),
    ("Marks & Spencer and Morrisons cut the price of milk.", {}),
    ("The Wall Street Journal first reported the sale.", {}),
    # clubs and teams
    ("Kilmarnock Thistle beat Stanley Rovers 3-1.", {}),
    ("The Harlow Hawks signed nobody before the deadline.", {}),
    ("The Browns lost to the Bills on Sunday.", {}),
    # ships, aircraft, storms
    ("HMS Collingwood sailed with the frigate Sir Galahad.", {}),
    ("The trawler Mary Ellen sank in heavy seas.", {}),
    ("Salvors raised the Edmund Yardley, which sank in 1911.", {}),
    ("Hurricane Katrina hit before Storm Desmond.", {}),
    ("Tropical Storm Beatriz weakened as Typhoon Mina grew.", {}),
    # laws, awards, buildings, schools, foundations
    ("The Dodd-Frank Act and the Taft-Hartley Act still stand.", {}),
    ("He cited Megan's Law and the Lindbergh Act.", {}),
    ("The Nobel prize went to nobody, and the Pulitzer Prize was split.", {}),
    ("Crowds gathered at the Lincoln Memorial and the Kennedy Center.", {}),
    ("Pupils at Elizabeth Garrett Primary School sang in Drapers' Hall.", {}),
    ("The Carnegie Endowment and the Wellcome Trust paid.", {}),
    ("Flights from John F. Kennedy International Airport were late.", {}),
    ("The Victoria and Albert Museum lent the vase.", {}),
    ("It was Martin Luther King Day, and banks were shut.", {}),
    ("Doctors fear Parkinson's disease and Alzheimer's.", {}),
    ("Merry Christmas and Happy Easter, the card read.", {}),
    ("Miss Universe is held in May.", {}),
    (
        "The club in Bedford, N.J. Nadia Winthrop, its chairman, opened it.",
        {"Nadia Winthrop": ["chairman|Nadia Winthrop"]},
    ),
    # a person beside a namesake that is none
    (
        "Lewis Grant spoke in Grant Park; Grant was cheered.",
        {"Lewis Grant": ["Lewis Grant", "Grant"]},
    ),
    (
        "Aides of the Fairbanks campaign met Senator Helen Fairbanks.",
        {"Helen Fairbanks": ["Fairbanks", "Senator|Helen Fairbanks"]},
    ),
    (
        "Noreen Baxter left the board of the Baxter Foundation in 1988.",
        {"Noreen Baxter": ["Noreen Baxter"]},
    ),
)
