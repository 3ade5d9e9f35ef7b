"""What the values that editors give must be, wherever they give them."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from articles.extraction.folding import fold

validate_wikidata_id = RegexValidator(
    re.compile(r"Q[1-9][0-9]*\Z"), "A Wikidata id is a Q and a number: Q22686."
)


def clean_name(text: str) -> str:
    """A name with single spaces between its words.

    Raises:
        ValidationError: there is no letter or figure in it.
    """
    name = " ".join(text.split())
    if not fold(name):
        raise ValidationError("A name needs a letter or a figure.")
    return name
