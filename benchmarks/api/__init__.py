"""How fast the API answers, beside others over the same data; docs/performance.md tells more."""
