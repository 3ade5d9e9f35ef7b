"""Words before an expression that change its part ("early") or its size ("about")."""

from __future__ import annotations

from articles.extraction.dates.pieces import H, S

PREFIX = (
    rf"(?:(?:the{S})?(?P<start>early{H}(?:in{S}|on{S})?|earlier{S}(?:in{S}|on{S})?"
    rf"|(?:very{S})?(?:beginning|start|turn|early{S}part|first{S}(?:few{S})?days){S}of{S})"
    rf"|(?:the{S})?(?P<mid>mid(?:dle)?{H}(?:of{S})?)"
    rf"|(?:the{S})?(?P<end>late(?:r)?{H}(?:in{S}|on{S})?|(?:very{S})?"
    rf"(?:end|close|latter{S}part|last{S}days){S}of{S})"
    rf"|(?P<approx>(?:about|around|roughly|approximately|some|nearly{S}exactly|circa){S}|\bca?\.{S}?(?=\d))"
    rf"|(?P<almost>(?:nearly|almost|just{S}under){S})|(?P<less>(?:less|fewer){S}than{S})"
    rf"|(?P<notafter>no{S}later{S}than{S})|(?P<notbefore>(?:no{S}(?:earlier|sooner){S}than|not{S}before){S})"
    rf"|(?P<atmost>(?:no{S}more{S}than|at{S}most|up{S}to|not{S}more{S}than){S})"
    rf"|(?P<atleast>(?:at{S}least|no{S}less{S}than|no{S}fewer{S}than){S})"
    rf"|(?P<more>(?:(?:well{S}|a{S}little{S})?more{S}than|just{S}over|(?<=for )(?:well{S})?over"
    rf"|(?<=after )(?:well{S})?over){S}))"
)
