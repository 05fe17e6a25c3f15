"""Line charts as SVG, without a plotting library."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

WIDTH_PX, HEIGHT_PX = 330, 266
LEFT_PX, RIGHT_PX, TOP_PX, BOTTOM_PX = 56, 24, 50, 40
LETTER_PX, GAP_PX = 7, 12
COLOURS = ("#1668b8", "#c2571a", "#3c8a3f", "#7a4fa3")

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Chart:
    """Lines over one x axis, both axes logarithmic; the least decade shown holds all values."""

    title: str
    x_label: str
    lines: Mapping[str, Points]


def svg(charts: Sequence[Chart], columns: int) -> str:
    """The charts side by side in rows of `columns`, on white, each with its own legend."""
    rows = math.ceil(len(charts) / columns)
    width, height = columns * WIDTH_PX, rows * HEIGHT_PX
    panels = [
        f'<g transform="translate({i % columns * WIDTH_PX} {i // columns * HEIGHT_PX})">'
        f"{_panel(chart)}</g>"
        for i, chart in enumerate(charts)
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        'font-family="sans-serif" font-size="12" fill="#222">\n'
        f'<rect width="{width}" height="{height}" fill="#fff"/>\n'
        + "\n".join(panels)
        + "\n</svg>\n"
    )


@dataclass(frozen=True)
class _Axis:
    low: float
    high: float
    start_px: float
    end_px: float

    def px(self, value: float) -> float:
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return round(self.start_px + share * (self.end_px - self.start_px), 1)


def _panel(chart: Chart) -> str:
    xs = [x for points in chart.lines.values() for x, _ in points]
    ys = [y for points in chart.lines.values() for _, y in points]
    right_px, bottom_px = WIDTH_PX - RIGHT_PX, HEIGHT_PX - BOTTOM_PX
    x_axis = _Axis(min(xs), max(xs), LEFT_PX, right_px)
    low = 10 ** math.floor(math.log10(min(ys)))
    high = 10 ** math.ceil(math.log10(max(ys) * 1.001))
    y_axis = _Axis(low, high, bottom_px, TOP_PX)
    parts = [f'<text x="{LEFT_PX}" y="18" font-weight="bold">{escape(chart.title)}</text>']
    for exponent in range(round(math.log10(low)), round(math.log10(high)) + 1):
        y = y_axis.px(10.0**exponent)
        parts.append(f'<path d="M{LEFT_PX} {y}H{right_px}" stroke="#ddd"/>')
        parts.append(
            f'<text x="{LEFT_PX - 6}" y="{y + 4}" text-anchor="end">{10.0**exponent:g}</text>'
        )
    for x in sorted(set(xs)):
        at = x_axis.px(x)
        parts.append(f'<path d="M{at} {bottom_px}v4" stroke="#222"/>')
        parts.append(f'<text x="{at}" y="{bottom_px + 17}" text-anchor="middle">{x:g}</text>')
    middle = (LEFT_PX + right_px) / 2
    parts.append(
        f'<text x="{middle}" y="{HEIGHT_PX - 6}" text-anchor="middle">'
        f"{escape(chart.x_label)}</text>"
    )
    legend_px = LEFT_PX
    for i, (name, points) in enumerate(chart.lines.items()):
        colour = COLOURS[i % len(COLOURS)]
        at = [(x_axis.px(x), y_axis.px(y)) for x, y in sorted(points)]
        line = " ".join(f"{x},{y}" for x, y in at)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>' for x, y in at]
        parts.append(f'<text x="{legend_px}" y="36" fill="{colour}">{escape(name)}</text>')
        legend_px += LETTER_PX * len(name) + GAP_PX
    return "".join(parts)
