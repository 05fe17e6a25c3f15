import { html } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";

/** @typedef {EngineBuilds["builds"][number]} EngineBuild */

/** @type {Record<string, string>} */
const ENGINES = {
  onnxruntime: "ONNX Runtime",
  "onnxruntime-cuda": "ONNX Runtime, CUDA",
  "onnxruntime-tensorrt": "ONNX Runtime, TensorRT",
  openvino: "OpenVINO",
  tensorrt: "TensorRT",
  tvm: "TVM",
};

/** @param {EngineBuild} build */
const engineName = ({ engine, precision }) =>
  `${ENGINES[engine] ?? engine} ${precision.toUpperCase()}`;

/** @type {(count: number, noun: string) => string} */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** @param {NonNullable<EngineBuild["tuning"]>} tuning */
function tuned({ goal, threads, threads_between }) {
  const between = threads_between > 1 ? `, ${threads_between} operators in parallel` : "";
  return `runs with ${counted(threads, "thread")}${between}, tuned for ${goal}`;
}

/** @param {{build: EngineBuild}} props */
function Build({ build }) {
  const refused = build.problems.length > 0;
  return html`
    <tr>
      <th scope="row">${engineName(build)} ${build.chosen && html`<span class="tag">active</span>`}
        <span class="small quiet">${showDateTime(build.compiled_at)}, measured with ${counted(build.threads, "thread")}</span>
        ${build.tuning && html`<span class="small quiet">${tuned(build.tuning)}</span>`}</th>
      <td>${build.latency.median_ms.toFixed(1)} ms <span class="small quiet">95 % within ${build.latency.p95_ms.toFixed(1)}</span></td>
      <td>${build.times_faster.toFixed(2)}</td>
      <td class=${refused ? "wrong" : ""}>${refused ? `not used: ${build.problems.join("; ")}` : "same as the original model"}
        <span class="small quiet">${build.answers}</span></td>
    </tr>`;
}

/**
 * The engines that were compiled from a version for this machine; nothing where there are none.
 * @param {{model: ModelVersion}} props
 */
export function EngineBuilds({ model }) {
  const { answer: engines } = useAnswer(`models/${model.name}/${model.version}/engines`);
  if (!engines) return null;
  const { builds, broken } = engines;
  if (!builds.length && !broken.length) return null;
  return html`
    <section class="engines" data-testid="engines" aria-label="Engines">
      <h2>Compiled for this machine</h2>
      ${
        builds.length > 0 &&
        html`
        <table class="confusion">
          <thead><tr><th scope="col">Engine</th><th scope="col">Time per picture</th><th scope="col">Speed-up</th><th scope="col">Accuracy check</th></tr></thead>
          <tbody>${builds.map((build) => html`<${Build} key=${engineName(build)} build=${build} />`)}</tbody>
        </table>
        ${!builds.some(({ chosen }) => chosen) && html`<p>None of them is in use. The original model runs in ONNX Runtime.</p>`}
        <p class="small quiet">Speed-up: compared with ONNX Runtime in FP32, measured alternately. sd: standard deviations of the scores of good parts.</p>`
      }
      ${broken.map((error) => html`<p class="message fault" key=${error}>${error}</p>`)}
    </section>`;
}
