import assert from "node:assert/strict";
import { test } from "node:test";
import {
  methodName,
  roundTo,
  showAge,
  showCount,
  showDate,
  showDateTime,
  showExactly,
  showMs,
  showPercent,
  showPeriod,
  showRatio,
  showRecentMinute,
  showScore,
  showTime,
} from "../../../webui/static/app/pure/format.js";
import { forRandom } from "../random.js";

test("what is unknown is a dash everywhere, and zero is a number", () => {
  for (const show of [showCount, showMs, showPercent, showRatio, showScore]) {
    for (const unknown of [null, undefined, Number.NaN]) assert.equal(show(unknown), "–");
    assert.match(show(0), /^0/);
  }
  assert.equal(showTime(null), "–");
  assert.equal(showDateTime(undefined), "–");
});

test("a score is shown in few digits and reads back as itself", () => {
  forRandom(
    2000,
    (whole) => (whole(1, 99999) / 10000) * 10 ** whole(-2, 4),
    (score) => {
      const shown = showScore(score);
      const digits = shown.replace(/^0\.0*|\D/g, "");
      assert.ok(digits.length <= 5, shown);
      const error = Math.abs(Number(shown) - score);
      assert.ok(error <= Math.max(0.00005, score * 0.0005) + 1e-12, `${score} as ${shown}`);
      assert.equal(showScore(-score), `-${shown}`);
    },
  );
  assert.equal(showScore(0.00012345), "1.23e-4");
  assert.equal(showScore(1234567), "1.23e+6");
  assert.equal(showScore(100000), "1.00e+5");
  assert.equal(showScore(0.001), "0.0010");
  assert.equal(showScore(12.3456), "12.35");
});

test("a setting is shown with all of its digits", () => {
  assert.equal(showExactly(0.00012345), "0.00012345");
  assert.equal(showExactly(60000.5), "60,000.5");
  assert.equal(showExactly(0.1 + 0.2), "0.3");
});

test("shares are percents; only the whole has no decimals", () => {
  assert.equal(showPercent(0.5), "50.0 %");
  assert.equal(showPercent(1), "100 %");
  assert.equal(showPercent(0.9996, 0), "100 %");
  assert.equal(showPercent(0.123456, 2), "12.35 %");
});

test("milliseconds have a decimal below a hundred", () => {
  assert.equal(showMs(3.14), "3.1 ms");
  assert.equal(showMs(99.94), "99.9 ms");
  assert.equal(showMs(100), "100 ms");
  assert.equal(showMs(1234.5), "1235 ms");
});

test("dates are written as the language does, hours from 0 to 23 in all", () => {
  const local = new Date(2026, 10, 30, 0, 5, 6).toISOString();
  assert.equal(showDateTime(local), "Nov 30, 2026, 00:05:06");
  assert.equal(showDate(local), "Nov 30, 2026");
  assert.equal(showTime(local), "00:05:06");
});

// Without a zone: local time, as the pages show it.
test("a shift within a day names its date once", () => {
  /** @type {(from: string, to: string) => string} */
  const plain = (from, to) => showPeriod(from, to).replaceAll("\u2009", " ");
  assert.equal(plain("2026-03-01T06:00:00", "2026-03-01T14:00:00"), "Mar 1, 2026, 06:00 – 14:00");
  assert.equal(
    plain("2026-03-01T22:00:00", "2026-03-02T06:00:00"),
    "Mar 1, 2026, 22:00 – Mar 2, 2026, 06:00",
  );
});

test("only an earlier day has a date", () => {
  const now = new Date("2026-11-30T23:00:00");
  assert.equal(showRecentMinute("2026-11-30T13:40:09", now), "13:40");
  assert.equal(showRecentMinute("2026-11-29T13:40:09", now), "Nov 29, 2026, 13:40");
});

test("anomalib's methods are told from ours", () => {
  assert.equal(methodName("patchcore"), "PatchCore");
  assert.equal(methodName("anomalib:patchcore"), "PatchCore (anomalib)");
  assert.equal(methodName("anomalib:something"), "something (anomalib)");
});

test("values are rounded to their digits", () => {
  assert.equal(roundTo(1.25, 0), 1);
  assert.equal(roundTo(1.26, 1), 1.3);
});

test("an age is told in its largest unit", () => {
  const ages = [0, 59_999, 60_000, 7.9 * 60_000, 3_600_000, 90_000_000, 2 * 86_400_000];
  assert.deepEqual(ages.map(showAge), [
    "less than 1 min ago",
    "less than 1 min ago",
    "1 min ago",
    "7 min ago",
    "1 h ago",
    "1 day ago",
    "2 days ago",
  ]);
});
