// The scene of the newest parts, or of the one that is held.
import { html, useCallback, useEffect, useState } from "../preact.js";
import { get } from "../api.js";
import { stationStatus, useEvent } from "../events.js";
import { attempt } from "../notices.js";
import { useStore } from "../store.js";
import { Scene, TREND } from "./scene.js";

const sameModel = (a, b) => a?.sha256 === b?.sha256;

/** The newest parts that a model judged, the oldest first. */
function useParts() {
  const [parts, setParts] = useState([]);
  useEffect(() => {
    attempt(async () => setParts((await get(`inspections?limit=${TREND}`)).inspections.reverse()));
  }, []);
  useEvent("inspection", useCallback((entry) =>
    setParts((before) => [...before.filter(({ seq }) => seq !== entry.seq), entry].slice(-TREND)), []));
  return parts.map(({ inspection }) => inspection).filter(({ model }) => model);
}

export function SceneOfParts({ inspection }) {
  const status = useStore(stationStatus);
  const parts = useParts();
  if (!status?.model) return null;
  if (!status.scene_watched) return html`<${Scene} note=${status.scene_note} />`;
  const trend = parts.filter(({ model }) => sameModel(model, status.model)).map(({ scene }) => scene);
  const shown = sameModel(inspection?.model, status.model) ? inspection.scene : null;
  return html`<${Scene} scene=${shown} trend=${trend} note=${shown ? status.scene_note : "Shown with the first part."} />`;
}
