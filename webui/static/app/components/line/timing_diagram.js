// The timing diagram of a wire: its signals over the last seconds, as a logic analyser draws them.
import { address } from "../../api.js";
import { html, useEffect, useRef, useState } from "../../preact.js";
import { showFixed } from "../../pure/format.js";
import { HEAD_PX, ROW_PX, timingDiagram } from "../../pure/timing_diagram.js";
import { useWireEdges } from "../../state/wire_edges.js";
import { text } from "../../texts/texts.js";
import { takeValue } from "../shared/field_events.js";
import { ChoiceField } from "../shared/fields.js";

const FIRST_WIDTH_PX = 600;
const SECOND_US = 1e6;
const SLIDER_STEPS = 1000;
/** @type {[string, string][]} */
const SPANS = [
  ["0.1", "100 ms"],
  ["0.5", "500 ms"],
  ["2", "2 s"],
  ["10", "10 s"],
  ["60", "60 s"],
];

/** The width of an element in pixels. */
function useWidth() {
  const element = useRef(/** @type {HTMLElement | null} */ (null));
  const [width, setWidth] = useState(FIRST_WIDTH_PX);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([{ contentRect }]) => setWidth(contentRect.width));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}

/** @param {{recording: EdgeRecording, end_us: number, span_us: number}} props */
function Diagram({ recording, end_us, span_us }) {
  const { element, width } = useWidth();
  const { rows, ticks, height } = timingDiagram(recording, { end_us, span_us, width });
  return html`
    <div class="timing">
      <ol class="timing-names" style=${`padding-top: ${HEAD_PX}px`}>
        ${rows.map(({ name, side }) => html`<li key=${name} class=${side} style=${`height: ${ROW_PX}px`}>${name}</li>`)}
      </ol>
      <div class="timing-lines" ref=${element}>
        <svg width=${width} height=${height} role="img" aria-label=${text("wire-timing-of", { count: rows.length })} data-testid="timing">
          ${ticks.map(
            ({ x, words }) => html`
            <path key=${x} class="grid" d=${`M${x} 0V${height}`} /><text class="tick" x=${x + 4} y="14">${words}</text>`,
          )}
          ${rows.map(
            ({ name, side, path, texts }) => html`
            <g key=${name} class=${side} data-signal=${name}><path d=${path} />
              ${texts.map(({ x, y, words }) => html`<text key=${x} x=${x} y=${y} text-anchor="middle">${words}</text>`)}</g>`,
          )}
        </svg>
      </div>
    </div>`;
}

/**
 * Moves a paused diagram through the recording.
 * @param {{recording: EdgeRecording, end_us: number, span_us: number, onChange: Setter<number>}} props
 */
function Moment({ recording, end_us, span_us, onChange }) {
  const { now_us, edges } = recording;
  const first_us = Math.min(now_us, (edges[0]?.at_us ?? now_us) + span_us);
  const length_us = Math.max(1, now_us - first_us);
  const before = text("wire-timing-before-pause", {
    seconds: showFixed((now_us - end_us) / SECOND_US, 3),
  });
  /** @param {string} step */
  const move = (step) => onChange(first_us + (Number(step) / SLIDER_STEPS) * length_us);
  return html`
    <label class="moment"><span class="field-label">${text("wire-timing-moment")}</span>
      <input type="range" min="0" max=${SLIDER_STEPS} value=${((end_us - first_us) / length_us) * SLIDER_STEPS}
        aria-valuetext=${before} onInput=${takeValue(move)} /><span class="quiet small">${before}</span></label>`;
}

/** @param {{wire: string}} props */
export function TimingDiagram({ wire }) {
  const running = useWireEdges(wire);
  const [span_s, setSpan] = useState("10");
  const [paused, setPaused] = useState(
    /** @type {{recording: EdgeRecording, end_us: number} | null} */ (null),
  );
  const recording = paused?.recording ?? running;
  if (!recording) return html`<p class="quiet">${text("wire-timing-loading")}</p>`;
  const span_us = Number(span_s) * SECOND_US;
  const end_us = paused?.end_us ?? recording.now_us;
  const pause = () => setPaused(paused ? null : { recording, end_us });
  return html`
    <div class="timing-head">
      <h3>${text("wire-timing")}</h3>
      <${ChoiceField} label=${text("wire-timing-span")} value=${span_s} options=${SPANS} onChange=${setSpan} />
      <button aria-pressed=${paused !== null} onClick=${pause}>${text(paused ? "wire-timing-continue" : "wire-timing-pause")}</button>
      <a class="button" href=${address.wireEdges(wire, "csv")} download=${`${wire}.csv`}>${text("wire-timing-csv")}</a>
      <a class="button" href=${address.wireEdges(wire, "vcd")} download=${`${wire}.vcd`}>${text("wire-timing-vcd")}</a>
    </div>
    <${Diagram} recording=${recording} end_us=${end_us} span_us=${span_us} />
    ${
      paused &&
      html`<${Moment} recording=${paused.recording} end_us=${end_us} span_us=${span_us}
        onChange=${(/** @type {number} */ moved_us) => setPaused({ ...paused, end_us: moved_us })} />`
    }`;
}
