// The screen in the hall: a few figures of the shift, readable from three metres, without a control.
import { station } from "../../api.js";
import { html, useEffect, useState } from "../../preact.js";
import { showCount, showMinute, showPercent } from "../../pure/format.js";
import { chartState } from "../../pure/quality.js";
import { query } from "../../pure/query.js";
import { spanOf } from "../../pure/results_filter.js";
import { usePolledAnswer } from "../../state/answer.js";
import { connectionTrouble, isLive, lastHeard, stationStatus } from "../../state/events.js";
import { keepAwake, leaveFullScreen } from "../../state/full_screen.js";
import { strip } from "../../state/part_strip.js";
import { useQualityAnswer } from "../../state/quality_filter.js";
import { useStore } from "../../state/store.js";
import { text } from "../../texts/texts.js";
import { OUTCOME_SHAPES } from "../shared/icons.js";

const SHIFT_PERIOD_MS = 60_000;
const CLOCK_MS = 1000;

/** The time, each second, which shows from afar that the page still runs. */
function Clock() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), CLOCK_MS);
    return () => clearInterval(timer);
  }, []);
  return html`<time>${showMinute(now)}</time>`;
}

function Lamp() {
  const status = useStore(stationStatus);
  if (!status)
    return html`<p class="hall-lamp"><span class="lamp opening" />${text("header-connecting")}</p>`;
  const fault = status.conditions.find(({ severity }) => severity === "fault");
  const mode =
    status.mode === "collect"
      ? text("header-mode-collect", { label: status.label ?? "" })
      : text(`header-mode-${status.mode}`);
  return html`
    <p class="hall-lamp" data-testid="hall-lamp"><span class=${`lamp ${fault ? "fault" : `mode-${status.mode}`}`} />${fault ? text("quality-hall-fault") : mode}</p>`;
}

/** @param {{answer: QualityPChart | null}} props */
function ChartState({ answer }) {
  const state = answer ? chartState(answer) : "unknown";
  return html`
    <div class=${`hall-state ${state}`} data-testid="hall-state" data-state=${state}>
      <span class="hall-label">${text("quality-hall-state")}</span>
      <b>${text(`quality-hall-state-${state}`)}</b></div>`;
}

function LastVerdict() {
  const { parts } = useStore(strip);
  const outcome = parts[0]?.inspection.outcome;
  return html`
    <div class=${`hall-verdict ${outcome ?? ""}`} data-testid="hall-verdict">
      <span class="hall-label">${text("quality-hall-last")}</span>
      <b>${outcome ? html`<${OUTCOME_SHAPES[outcome]} size=${96} />${outcome}` : "–"}</b></div>`;
}

/** @param {{onLeave: () => unknown}} props */
export function HallScreen({ onLeave }) {
  const live = useStore(isLive);
  const trouble = useStore(connectionTrouble);
  const shifts = usePolledAnswer("counters/shifts?limit=1", SHIFT_PERIOD_MS);
  const span = spanOf({ period: "this_shift" }, new Date(), shifts?.shifts[0] ?? null);
  const asked = span && query(span);
  const figures = useQualityAnswer(asked && `quality/figures${asked}`)?.now;
  const chart = useQualityAnswer(asked && `quality/p-chart${asked}`);
  useEffect(keepAwake, []);
  const leave = () => {
    leaveFullScreen();
    onLeave();
  };
  const heard = lastHeard();
  return html`
    <main class="hall">
      <header><h1 dir="auto">${station}</h1><${Lamp} /><${Clock} />
        <button class="plain" onClick=${leave}>${text("quality-hall-leave")}</button></header>
      ${
        !live &&
        html`<p class="hall-trouble" role="alert" data-testid="hall-trouble">${
          trouble && heard
            ? text("quality-hall-no-connection", { at: showMinute(heard) })
            : text("header-connecting")
        }</p>`
      }
      <div class=${`hall-figures ${live ? "" : "old"}`}>
        <div class="hall-ok"><span class="hall-label">OK</span><b data-testid="hall-ok">${showCount(figures?.ok)}</b></div>
        <div class=${figures?.ng ? "hall-ng" : ""}><span class="hall-label">NG</span><b data-testid="hall-ng">${showCount(figures?.ng)}</b></div>
        <div><span class="hall-label">${text("yield")}</span><b data-testid="hall-yield">${showPercent(figures?.yield)}</b></div>
        <${LastVerdict} />
        <${ChartState} answer=${chart} />
      </div>
      <p class="hall-foot">${span && text("quality-hall-since", { at: showMinute(new Date(span.from)) })}</p>
    </main>`;
}
