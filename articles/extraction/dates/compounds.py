"""Words that tell times from what only looks like them: a winter coat, the fourth quarter."""

from __future__ import annotations

import re

SEASON_THINGS = frozenset(
    "blockbuster bulbs camp camps chicken cleaning clearance clothes clothing coat coats collection"
    " cottage dress equinox flowers flu games garden greens holiday home house jacket job jobs"
    " jumper league lettuce lights lodge olympics onion onions palace reading roll rolls school"
    " schools sole solstice sport sports squash tide tides training tyres uniform vegetables"
    " wardrobe water wear wheat wonderland".split()
)
WEEKDAY_THINGS = frozenset(
    "best dress express herald independent lunch mail mirror newspaper newspapers paper papers post"
    " roast school service star sun supplement telegraph times tribune world".split()
)
# What makes "Christmas" a time again.
FESTIVE_TIMES = frozenset(
    "afternoon break ceasefire day days dawn evening holiday holidays lunchtime morning night"
    " offensive period recess season time truce vacation week weekend".split()
)
SPORT = re.compile(
    r"\b(?:touchdowns?|field goals?|scor(?:ed?|ing|eless)|points?|rebounds?|quarterbacks?|kicked"
    r"|half-?time|goals?|penalty|innings|lead(?:ing)? \d|tied|fouls?|dunk|yards?|three-pointers?"
    r"|coach|crossed|header|equali[sz]er?)\b"
)
BUSINESS = re.compile(
    r"(?:[$£€%#]|\b(?:profits?|earnings|earned|sales|revenues?|income|net|loss(?:es)?|results"
    r"|percent|per cent|economy|growth|gdp|shares?|forecasts?|million|billion|company|firm|fiscal"
    r"|turnover|output|exports|prices|market|bank|dividends?|shipments|orders)\b)"
)
# What follows a number and makes it none of a year.
COUNTED = re.compile(
    r"[ \n-](?:percent|per cent|people|troops|men|women|miles?|kilomet\w+|met(?:er|re)s?|feet|acres"
    r"|dollars|pounds|euros|yen|jobs|workers|soldiers|employees|students|votes|points|shares|tons"
    r"|tonnes|barrels|rpm|volts|watts|square|cubic|million|billion|calories|houses|homes|dead"
    r"|km|mph|kg|lbs?)\b"
)
# What has a number and no year.
NUMBERED = re.compile(
    r"\b(?:sections?|pages?|chapters?|rooms?|flights?|routes?|highways?|no\.?|numbers?|articles?"
    r"|bills?|h\.r\.|apartments?|channels?|lots?|codes?|area) $"
)
