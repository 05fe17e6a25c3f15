import assert from "node:assert/strict";
import { test } from "node:test";
import { isStale, showAge, showMib, syncWords } from "../../../webui/static/app/pure/sync_state.js";

const NOW_MS = Date.parse("2026-11-30T12:00:00Z");
const target = { endpoint: null, bucket: "parts", prefix: "okng" };
const status = { state: "idle", waiting_files: 0, next_try_at: null };

/** @type {(changes: object) => {title: string, level: string, words: string}} */
const words = (changes) =>
  // @ts-expect-error only what the words depend on
  syncWords({ target, running: true, status: { ...status, ...changes } });

test("each state of the sync has its own words", () => {
  // @ts-expect-error only what the words depend on
  const others = [{ target: null }, { target, running: false, status }].map(syncWords);
  const all = [
    ...others,
    words({}),
    words({ state: "outside_windows" }),
    words({ state: "retrying" }),
    words({ state: "sending" }),
    words({ waiting_files: 3 }),
  ];
  assert.equal(new Set(all.map(({ title, words }) => `${title} ${words}`)).size, all.length);
  assert.deepEqual(
    all.map(({ level }) => level),
    ["waiting", "fault", "good", "waiting", "fault", "good", "good"],
  );
});

test("a sync that has stopped is no connected one, whatever it told last", () => {
  // @ts-expect-error only what the words depend on
  const { title } = syncWords({ target, running: false, status: { ...status, state: "sending" } });
  assert.equal(title, "Not running");
});

test("ages are whole units, and a clock that is behind makes none negative", () => {
  const ages = ["11:59:30", "11:59:00", "11:01:00", "11:00:00", "12:00:05"].map((time) =>
    showAge(`2026-11-30T${time}Z`, NOW_MS),
  );
  assert.deepEqual(ages, [
    "less than a minute",
    "1 minute",
    "59 minutes",
    "1 hour",
    "less than a minute",
  ]);
  assert.equal(showAge("2026-11-27T12:00:00Z", NOW_MS), "3 days");
});

test("a report of an hour ago is out of date, and one of minutes is not", () => {
  assert.equal(isStale("2026-11-30T10:59:00Z", NOW_MS), true);
  assert.equal(isStale("2026-11-30T11:50:00Z", NOW_MS), false);
});

test("small backlogs have a decimal", () => {
  assert.deepEqual([0, 1_600_000, 52_428_800].map(showMib), ["0 MiB", "1.5 MiB", "50 MiB"]);
});
