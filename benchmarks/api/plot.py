"""Requests per second as bars; run in the environment of the peers, which has Matplotlib.

Run ``python -m benchmarks.api.plot FILE`` with ``{question: {connections: {name:
requests per second}}}`` as JSON on standard input; the ending of FILE says
whether it becomes PNG or SVG.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import matplotlib as mpl

mpl.use("agg")
from matplotlib import pyplot as plt

OWN = "newsapi"
OWN_COLOUR, OTHER_COLOUR = "#c2410c", "#94a3b8"


def main() -> None:
    rates = json.load(sys.stdin)
    widest = max(map(len, rates.values()))
    figure, axes = plt.subplots(
        len(rates), widest, figsize=(6 * widest, 3 * len(rates)), squeeze=False
    )
    for row, (question, by_connections) in zip(axes, rates.items(), strict=True):
        for axis, (connections, by_name) in zip(row, by_connections.items(), strict=False):
            draw(axis, by_name)
            axis.set_title(f"{question}, connections: {connections}", fontsize=10)
    figure.supxlabel("requests per second")
    figure.tight_layout()
    figure.savefig(sys.argv[1], dpi=120)


def draw(axis: Any, by_name: dict[str, float]) -> None:
    """The fastest on top."""
    ordered = sorted(by_name.items(), key=lambda one: one[1])
    names, rates = zip(*ordered, strict=True)
    colours = [OWN_COLOUR if name == OWN else OTHER_COLOUR for name in names]
    bars = axis.barh(names, rates, color=colours)
    labels = [f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}" for rate in rates]
    axis.bar_label(bars, labels=labels, padding=3, fontsize=8)
    # The constant body would leave nothing to see of the others.
    axis.set_xscale("log")
    axis.tick_params(axis="y", labelsize=8)
    axis.spines[["top", "right"]].set_visible(False)
    axis.margins(x=0.15)


if __name__ == "__main__":
    main()
