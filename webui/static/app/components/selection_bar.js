import { html, useState } from "../preact.js";
import { showCount } from "../format.js";
import { WhyDialog } from "./why_dialog.js";

const WORDS = {
  batch: { title: "Batch of the selected pictures", label: "Batch, lot or shift", placeholder: "such as lot 7" },
  defect_type: { title: "Type of defect of the selected pictures", label: "Type of defect", placeholder: "such as crack" },
};

/**
 * What can be done to all selected pictures at once; it stays at the foot while the pictures scroll.
 * `known` has the words that are in use already, to be tapped.
 */
export function SelectionBar({ selected, removed, known, onAll, onChange, onDone }) {
  const [asking, setAsking] = useState(null);
  const count = selected.length;
  const pictures = `${showCount(count)} picture${count === 1 ? "" : "s"}`;
  const are = count === 1 ? "is" : "are";
  const act = (text, values, words) => html`
    <button disabled=${!count} onClick=${() => onChange(values, `${pictures} ${are} ${words}.`)}>${text}</button>`;
  const ask = (field, text) => html`<button disabled=${!count} onClick=${() => setAsking(field)}>${text}</button>`;
  const give = (value) => {
    const words = asking === "batch" ? "batch" : "type of defect";
    return onChange({ [asking]: value || null },
      value ? `${pictures}: the ${words} is ${value} now.` : `${pictures}: no ${words} any more.`);
  };
  return html`
    <section class="selection-bar" aria-label="Selected pictures" data-testid="selection">
      <div class="field-head"><b>${count ? `${pictures} selected` : "Press the pictures you mean"}</b>
        <div class="button-row"><button class="plain" onClick=${onAll}>Select all shown</button>
          <button class="strong" onClick=${onDone}>Done</button></div></div>
      <div class="button-row">
        ${removed
          ? act("Put back", { removed: false }, "back")
          : html`
            ${act("Normal", { label: "normal" }, "normal now")}
            ${act("Anomaly", { label: "anomaly" }, "anomalous now")}
            ${ask("batch", "Batch…")}
            ${ask("defect_type", "Type of defect…")}
            ${act("For training", { split: "train" }, "for training now")}
            ${act("For testing", { split: "test" }, "for testing now")}
            ${act("Remove", { removed: true }, "removed")}`}
      </div>
      ${asking && html`
        <${WhyDialog} ...${WORDS[asking]} maxlength=${64} presets=${known[asking]} action="Use it" onDone=${give} onClose=${() => setAsking(null)}>
          <p class="quiet small">Left empty, it is taken away.</p><//>`}
    </section>`;
}
