// The scene of the newest parts, or of the one that is held.

import { get } from "../../api.js";
import { html, useCallback, useState } from "../../preact.js";
import { stationStatus, useEvent } from "../../state/events.js";
import { useReload } from "../../state/newest.js";
import { useStore } from "../../state/store.js";
import { text } from "../../texts/texts.js";
import { Scene, TREND } from "../shared/scene.js";

/** @typedef {{sha256: string} | null | undefined} Hashed */

/** @type {(a: Hashed, b: Hashed) => boolean} */
const sameModel = (a, b) => a?.sha256 === b?.sha256;

/** The newest parts that a model judged, the oldest first. */
function useParts() {
  const [parts, setParts] = useState(/** @type {RecordedPart[]} */ ([]));
  // Parts that came while the ledger was read are newer than its answer.
  const add = useCallback(
    (/** @type {RecordedPart[]} */ entries) =>
      setParts((shown) => {
        const bySeq = new Map([...shown, ...entries].map((entry) => [entry.seq, entry]));
        return [...bySeq.values()].sort((a, b) => a.seq - b.seq).slice(-TREND);
      }),
    [],
  );
  useReload(
    () => get(`inspections?limit=${TREND}`),
    ({ inspections }) => add(inspections),
    [],
  );
  useEvent(
    "inspection",
    useCallback((/** @type {RecordedPart} */ entry) => add([entry]), [add]),
  );
  return parts.map(({ inspection }) => inspection).filter(({ model }) => model);
}

/** @param {{inspection: Inspection | undefined}} props */
export function PartScene({ inspection }) {
  const status = useStore(stationStatus);
  const parts = useParts();
  if (!status?.model) return null;
  if (!status.scene_watched) return html`<${Scene} note=${status.scene_note} />`;
  const trend = parts
    .filter(({ model }) => sameModel(model, status.model))
    .map(({ scene }) => scene);
  const shown = inspection && sameModel(inspection.model, status.model) ? inspection.scene : null;
  return html`<${Scene} scene=${shown} trend=${trend} note=${shown ? status.scene_note : text("inspection-scene-later")} />`;
}
