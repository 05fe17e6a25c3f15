// What the pictures of a dataset show, how they are prepared, and who labelled them how well.

import { FitReport } from "../components/dataset/fit_report.js";
import { PictureMap } from "../components/dataset/picture_map.js";
import { Profile } from "../components/dataset/profile.js";
import { QuickModel } from "../components/dataset/quick_model.js";
import { SubPages } from "../components/layout/sub_pages.js";
import { ChoiceField } from "../components/shared/fields.js";
import { late } from "../components/shared/late.js";
import { Tabs } from "../components/shared/tabs.js";
import { html } from "../preact.js";
import { parameters } from "../pure/query.js";
import { useAnswer } from "../state/answer.js";
import { stationStatus } from "../state/events.js";
import { addressQuery, goToQuery } from "../state/router.js";
import { useStore } from "../state/store.js";
import { text } from "../texts/texts.js";

/** Tabs by the name in the address. @type {Record<string, (props: {dataset: string}) => unknown>} */
const TABS = {
  "": Profile,
  map: PictureMap,
  growth: QuickModel,
  preparation: late(
    "preparation",
    async () => (await import("../components/dataset/preparation.js")).Preparation,
  ),
  labelling: late(
    "labelling",
    async () => (await import("../components/dataset/labelling.js")).Labelling,
  ),
};

/** @returns {[string, string][]} */
const tabs = () => [
  ["", text("dataset-profile")],
  ["map", text("dataset-map")],
  ["growth", text("dataset-quick-model")],
  ["preparation", text("dataset-preparation")],
  ["labelling", text("dataset-labelling")],
];

export function DatasetPage() {
  const status = useStore(stationStatus);
  const asked = parameters(useStore(addressQuery));
  const { last: answer } = useAnswer("datasets");
  const names = (answer?.datasets ?? []).map(({ name }) => name);
  const known = [asked.dataset, sessionStorage.getItem("dataset"), status?.dataset];
  const dataset = known.find((name) => name && names.includes(name)) ?? names[0];
  const tab = asked.tab && asked.tab in TABS ? asked.tab : "";
  /** @param {string} name */
  const choose = (name) => {
    sessionStorage.setItem("dataset", name);
    goToQuery({ dataset: name, tab });
  };
  return html`
    <main class="sheet dataset">
      <header class="sheet-head"><h1 class="visually-hidden">${text("page-dataset")}</h1>
        <${SubPages} entry="training" />
        ${dataset && html`<${ChoiceField} label=${text("field-dataset")} value=${dataset} options=${names.map((name) => [name, name])} onChange=${choose} />`}
        ${dataset && html`<${FitReport} key=${dataset} dataset=${dataset} />`}
      </header>
      ${answer && !dataset && html`<p class="message">${text("dataset-none")}</p>`}
      ${
        dataset &&
        html`<${Tabs} label=${text("page-dataset")} options=${tabs()} value=${tab} onChange=${(/** @type {string} */ chosen) => goToQuery({ dataset, tab: chosen })} />
        <${TABS[tab]} key=${dataset} dataset=${dataset} />`
      }
    </main>`;
}
