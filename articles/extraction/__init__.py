"""Text in, facts out: no Django, no settings, no clock, no network."""
