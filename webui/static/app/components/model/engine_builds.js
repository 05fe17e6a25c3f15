import { html } from "../../preact.js";
import { showDateTime, showFixed } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { text } from "../../texts/texts.js";

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

/** @param {NonNullable<EngineBuild["tuning"]>} tuning */
const tuned = ({ goal, threads, threads_between: between }) =>
  text("engine-tuned", { goal, threads, between });

/** @param {{build: EngineBuild}} props */
function Build({ build }) {
  const { threads, latency } = build;
  const refused = build.problems.length > 0;
  return html`
    <tr>
      <th scope="row">${engineName(build)} ${build.chosen && html`<span class="tag">${text("engine-active")}</span>`}
        <span class="small quiet">${text("engine-measured", { at: showDateTime(build.compiled_at), threads })}</span>
        ${build.tuning && html`<span class="small quiet">${tuned(build.tuning)}</span>`}</th>
      <td>${showFixed(latency.median_ms, 1)} ms <span class="small quiet">${text("engine-latency-most", { ms: showFixed(latency.p95_ms, 1) })}</span></td>
      <td>${showFixed(build.times_faster, 2)}</td>
      <td class=${refused ? "wrong" : ""}>${refused ? text("engine-refused", { problems: build.problems.join("; ") }) : text("engine-same-answers")}
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
    <section class="engines" data-testid="engines" aria-label=${text("engine-builds")}>
      <h2>${text("engine-builds-title")}</h2>
      ${
        builds.length > 0 &&
        html`
        <table class="confusion">
          <thead><tr><th scope="col">${text("engine-name")}</th><th scope="col">${text("engine-latency")}</th>
            <th scope="col">${text("engine-speed-up")}</th><th scope="col">${text("engine-accuracy")}</th></tr></thead>
          <tbody>${builds.map((build) => html`<${Build} key=${engineName(build)} build=${build} />`)}</tbody>
        </table>
        ${!builds.some(({ chosen }) => chosen) && html`<p>${text("engine-none-used")}</p>`}
        <p class="small quiet">${text("engine-builds-words")}</p>`
      }
      ${broken.map((error) => html`<p class="message fault" key=${error}>${error}</p>`)}
    </section>`;
}
