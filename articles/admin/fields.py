"""Form fields that keep what is printed as it is printed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime


class PrintedTextField(forms.CharField):
    """Words of an article; browsers send CR LF for every line feed in them."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        return (text or "").replace("\r\n", "\n").strip()


class LinesField(forms.CharField):
    """A list of short texts, one a line; blank lines and repetitions are left out.

    Args:
        max_length: the most characters of a line.
    """

    widget = forms.Textarea

    def __init__(self, *, max_length: int, **options: Any) -> None:
        super().__init__(**options)
        self.line_length = max_length

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list):
            return value
        lines = (" ".join(line.split()) for line in str(value or "").splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def validate(self, value: Any) -> None:
        super().validate(value)
        for line in value:
            if len(line) > self.line_length:
                raise forms.ValidationError(
                    f"A line has {len(line)} characters; the most is {self.line_length}."
                )


class LabelledDateTime(AdminSplitDateTime):
    """A day and a time, each of which says to a screen reader which it is."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        for part, label in zip(self.widgets, ("day", "time"), strict=True):
            part.attrs["aria-label"] = label
