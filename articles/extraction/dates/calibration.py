"""How often values are right that were found in the same way.

The resolvers say how sure they are of their own step: SURE, LIKELY, PLAUSIBLE
or VAGUE. Here that becomes a probability: the share of such values that
annotators of news and of histories gave as well, rounded, and nearer to the
default of the step where few were seen.
"""

from __future__ import annotations

from articles.extraction.dates.context import LIKELY, PLAUSIBLE, SURE, VAGUE

_DEFAULTS = {SURE: 0.95, LIKELY: 0.92, PLAUSIBLE: 0.75, VAGUE: 0.6}
_MEASURED = {
    "adverb_set": {PLAUSIBLE: 0.45},
    "ago": {LIKELY: 0.68, PLAUSIBLE: 0.62, VAGUE: 0.6},
    "clock": {PLAUSIBLE: 0.62},
    "clock_date": {LIKELY: 0.8},
    "clock_part": {LIKELY: 0.8},
    "date_part": {LIKELY: 0.78},
    "decade": {SURE: 0.88, LIKELY: 0.85},
    "duration": {LIKELY: 0.86, PLAUSIBLE: 0.66, VAGUE: 0.64},
    "fiscal_year": {PLAUSIBLE: 0.58, VAGUE: 0.55},
    "full_date": {SURE: 0.98, LIKELY: 0.96, PLAUSIBLE: 0.86, VAGUE: 0.72},
    "holiday": {LIKELY: 0.78, VAGUE: 0.45},
    "month": {LIKELY: 0.95, PLAUSIBLE: 0.82, VAGUE: 0.72},
    "past_unit": {PLAUSIBLE: 0.45},
    "pair_hour": {PLAUSIBLE: 0.65},
    "part_of_date": {LIKELY: 0.78},
    "quarter": {LIKELY: 0.95, PLAUSIBLE: 0.9},
    "quarter_ended": {LIKELY: 0.55},
    "reference": {SURE: 0.76, LIKELY: 0.68},
    "relative_part": {LIKELY: 0.78},
    "relative_unit": {SURE: 0.82, PLAUSIBLE: 0.65},
    "relative_weekend": {LIKELY: 0.78, PLAUSIBLE: 0.6},
    "season": {PLAUSIBLE: 0.55, VAGUE: 0.35},
    "the_quarter": {PLAUSIBLE: 0.65, VAGUE: 0.65},
    "the_unit": {VAGUE: 0.65},
    "unit_around": {PLAUSIBLE: 0.55},
    "vague_plural": {VAGUE: 0.42},
    "weekday": {LIKELY: 0.94, PLAUSIBLE: 0.82},
    "year_ago_quarter": {PLAUSIBLE: 0.75, VAGUE: 0.65},
    "year_end": {LIKELY: 0.72},
    "year_ending": {LIKELY: 0.8},
    "year_period": {PLAUSIBLE: 0.4},
}


def confidence_of(family: str, step: float) -> float:
    """The probability that a value is right.

    Args:
        family: the kind of expression.
        step: how sure its resolver is.
    """
    return _MEASURED.get(family, {}).get(step, _DEFAULTS[step])
