import { html, useEffect, useState } from "../preact.js";
import { get } from "../api.js";
import { showDateTime } from "../format.js";
import { attempt } from "../notices.js";

const ENGINES = {
  onnxruntime: "ONNX Runtime",
  "onnxruntime-cuda": "ONNX Runtime, CUDA",
  "onnxruntime-tensorrt": "ONNX Runtime, TensorRT",
  openvino: "OpenVINO",
  tensorrt: "TensorRT",
  tvm: "TVM",
};

const engineName = ({ engine, precision }) => `${ENGINES[engine] ?? engine} ${precision.toUpperCase()}`;

const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

function tuned({ goal, threads, threads_between }) {
  const between = threads_between > 1 ? `, ${threads_between} operators at once` : "";
  return `runs with ${counted(threads, "thread")}${between}, tuned for ${goal}`;
}

function Build({ build }) {
  const refused = build.problems.length > 0;
  return html`
    <tr>
      <th scope="row">${engineName(build)} ${build.chosen && html`<span class="tag">runs</span>`}
        <span class="small quiet">${showDateTime(build.compiled_at)}, measured with ${counted(build.threads, "thread")}</span>
        ${build.tuning && html`<span class="small quiet">${tuned(build.tuning)}</span>`}</th>
      <td>${build.latency.median_ms.toFixed(1)} ms <span class="small quiet">95 % within ${build.latency.p95_ms.toFixed(1)}</span></td>
      <td>${build.times_faster.toFixed(2)}</td>
      <td class=${refused ? "wrong" : ""}>${refused ? `not used: ${build.problems.join("; ")}` : "as the model"}
        <span class="small quiet">${build.answers}</span></td>
    </tr>`;
}

/** What was compiled from a version for this machine; nothing where nothing was. */
export function EngineBuilds({ model }) {
  const [found, setFound] = useState({ builds: [], broken: [] });
  useEffect(() => {
    setFound({ builds: [], broken: [] });
    attempt(async () => setFound(await get(`models/${model.name}/${model.version}/engines`)));
  }, [model.name, model.version]);
  const { builds, broken } = found;
  if (!builds.length && !broken.length) return null;
  return html`
    <section class="engines" data-testid="engines" aria-label="Engines">
      <h2>Compiled for this machine</h2>
      ${builds.length > 0 && html`
        <table class="confusion">
          <thead><tr><th scope="col">Engine</th><th scope="col">A picture takes</th><th scope="col">Times as fast</th><th scope="col">Answers</th></tr></thead>
          <tbody>${builds.map((build) => html`<${Build} key=${engineName(build)} build=${build} />`)}</tbody>
        </table>
        ${!builds.some(({ chosen }) => chosen) && html`<p>None of them runs: the model runs as it came, in ONNX Runtime.</p>`}
        <p class="small quiet">Times as fast: than ONNX Runtime in FP32, measured in turns. sd: standard deviations of good parts' scores.</p>`}
      ${broken.map((error) => html`<p class="message fault" key=${error}>${error}</p>`)}
    </section>`;
}
