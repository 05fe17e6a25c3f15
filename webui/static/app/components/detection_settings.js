// Which detector looks at each picture, and whether it finds the part for the anomaly model.
import { html } from "../preact.js";
import { classesOf, keyOf, NEW_PART, problemsAt } from "../detection.js";
import { ChoiceField, NumberField } from "./fields.js";

function PartFields({ part, problems, onChange }) {
  const set = (key, scale) => (value) => onChange({ ...part, [key]: value / scale });
  const wrong = Object.values(problems).join(" ");
  return html`
    <${NumberField} label="Margin" unit="%" step="1" value=${Math.round(part.margin * 100)} onChange=${set("margin", 100)}
      hint="On every side, of the box's longer side; 50 % at most." />
    <${NumberField} label="Width to height" step="any" value=${part.aspect_ratio} onChange=${set("aspect_ratio", 1)}
      hint="Of the cut-out picture, always the same: 1 is square, 2 is twice as wide as high." />
    ${wrong && html`<p class="problem" role="alert">${wrong}</p>`}
    <p class="quiet small">The part has to be there exactly once; if it isn't, the part is an ERROR. The anomaly model has to learn
      from the same cut-outs: apply this first, then collect pictures with Trigger, then train.</p>`;
}

/** The detector and the part; the rules stand below the picture. */
export function DetectionSettings({ detection, detectors, problems, onChange, changed }) {
  const value = detection ? keyOf(detection.model) : "";
  const options = detectors.map((one) => [keyOf(one), `${one.name} version ${one.version}`]);
  const missing = detection && !options.some(([option]) => option === value);
  const classes = classesOf(detection, detectors) ?? [];
  const choose = (key) => {
    const [name, version] = key.split("/");
    onChange(key ? { rules: [], part: null, ...detection, model: { name, version: Number(version) } } : null);
  };
  const part = detection?.part;
  const choosePart = (name) => onChange({ ...detection, part: name ? { ...NEW_PART, ...part, name } : null });
  return html`
    <${ChoiceField} label="Detector" value=${value} changed=${changed("detection.model")} onChange=${choose}
      options=${[["", "None"], ...(missing ? [[value, `${value.replace("/", " version ")} (missing)`]] : []), ...options]} />
    ${!options.length && html`<p class="quiet small">A detector finds objects and names them: a scratch, a label, a screw. There is none on
      this station yet: bring one with <code>okng import-detector</code>.</p>`}
    ${detection && html`
      <p class="quiet small">The rules below the picture say how many of each class a good part has. A broken rule makes the part NG,
        whatever the anomaly model says; other classes are shown and never count.</p>
      <${ChoiceField} label="Find the part first" value=${part?.name ?? ""} changed=${changed("detection.part")} onChange=${choosePart}
        options=${[["", "No: judge the whole picture"], ...new Set([...(part ? [part.name] : []), ...classes])].map((one) => (Array.isArray(one) ? one : [one, one]))} />
      ${part && html`<${PartFields} part=${part} problems=${problemsAt(problems, "part")} onChange=${(next) => onChange({ ...detection, part: next })} />`}`}`;
}
