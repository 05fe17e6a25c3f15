import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";

/** @type {(roi: RegionOfInterest, name: string) => Children} */
const rectangle = (roi, name) => html`
  <rect class=${name} x=${roi.offset_x} y=${roi.offset_y} width=${roi.width} height=${roi.height} />`;

/**
 * The whole sensor in miniature: the current region filled, the one not yet applied dashed.
 * @param {{
 *   features: CameraFeatures,
 *   present: RegionOfInterest,
 *   draft: RegionOfInterest | null,
 * }} props
 */
export function SensorMap({ features, present, draft }) {
  const { sensor_width: width, sensor_height: height } = features;
  const current = {
    width: `${present.width}`,
    height: `${present.height}`,
    left: `${present.offset_x}`,
    top: `${present.offset_y}`,
  };
  return html`
    <figure class="sensor-map">
      <svg viewBox=${`0 0 ${width} ${height}`} role="img"
        aria-label=${text("region-on-sensor", current)}>
        <rect class="sensor" x="0" y="0" width=${width} height=${height} />
        ${rectangle(present, "present")}
        ${draft && rectangle(draft, "draft")}
      </svg>
      <figcaption class="small quiet">
        ${text("region-sensor", { ...current, sensor: `${width} × ${height}` })}</figcaption>
    </figure>`;
}
