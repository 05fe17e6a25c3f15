import { html, useState } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { ChoiceField } from "../shared/fields.js";
import { useComparison, VersionComparison } from "./version_comparison.js";

/** @type {(model: ModelVersion) => string} */
const keyOf = ({ name, version }) => `${name}/${version}`;

/**
 * Another version, chosen by the person, beside this one on the same pictures. First it is the one
 * in use, or else the version before.
 * @param {{model: ModelVersion, models: ModelSummary[], inUse: ModelVersion | null | undefined}} props
 */
export function CompareVersions({ model, models, inUse }) {
  const [chosen, setChosen] = useState("");
  const others = models.filter(
    (other) => other.task === "anomaly" && !other.broken && keyOf(other) !== keyOf(model),
  );
  const other =
    others.find((candidate) => keyOf(candidate) === chosen) ??
    others.find((candidate) => inUse && keyOf(candidate) === keyOf(inUse)) ??
    others.find(({ name, version }) => name === model.name && version < model.version) ??
    others[0];
  const comparison = useComparison(model, other ?? null);
  if (!other) return null;
  /** @param {ModelVersion} candidate */
  const named = (candidate) =>
    inUse && keyOf(candidate) === keyOf(inUse)
      ? text("compare-versions-choice-in-use", candidate)
      : text("compare-versions-choice", candidate);
  return html`
    <section class="card comparison" aria-label=${text("compare-versions")}>
      <h2>${text("compare-versions-head")}</h2>
      <${ChoiceField} label=${text("compare-versions-with")} value=${keyOf(other)} onChange=${setChosen}
        options=${others.map((candidate) => [keyOf(candidate), named(candidate)])} />
      ${comparison && html`<${VersionComparison} model=${model} comparison=${comparison} />`}
    </section>`;
}
