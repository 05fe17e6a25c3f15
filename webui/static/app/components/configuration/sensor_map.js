import { html } from "../../preact.js";

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
  return html`
    <figure class="sensor-map">
      <svg viewBox=${`0 0 ${width} ${height}`} role="img"
        aria-label=${`Region ${present.width} by ${present.height} at ${present.offset_x}, ${present.offset_y} of the sensor`}>
        <rect class="sensor" x="0" y="0" width=${width} height=${height} />
        ${rectangle(present, "present")}
        ${draft && rectangle(draft, "draft")}
      </svg>
      <figcaption class="small quiet">Sensor ${width} × ${height} px.
        ${" "}Current: ${present.width} × ${present.height} at (${present.offset_x}, ${present.offset_y})</figcaption>
    </figure>`;
}
