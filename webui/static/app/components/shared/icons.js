// Shapes that carry meaning beside their colour; drawn in the colour of the text.
import { html } from "../../preact.js";

const shape =
  (/** @type {Children} */ content) =>
  (/** @type {{size?: number}} */ { size = 24 }) =>
    html`
  <svg class="shape" viewBox="0 0 24 24" width=${size} height=${size} aria-hidden="true"
    fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">${content}</svg>`;

// Verdicts: a ring, an octagon with a cross, a triangle, a broken frame.
export const OkShape = shape(
  html`<circle cx="12" cy="12" r="9.5" /><path d="M7.5 12.5l3.2 3.2 6-6.6" />`,
);
export const NgShape = shape(html`
  <path d="M7.9 2.5h8.2l5.4 5.4v8.2l-5.4 5.4H7.9l-5.4-5.4V7.9z" /><path d="M8.5 8.5l7 7m0-7l-7 7" />`);
export const ErrorShape = shape(
  html`<path d="M12 3L22 20.5H2z" /><path d="M12 10v4.5" /><path d="M12 17.3v.1" />`,
);
export const MissedShape = shape(html`
  <path d="M3 8V3h5m8 0h5v5m0 8v5h-5M8 21H3v-5" /><path d="M8.5 12h7" />`);

export const NormalShape = shape(html`<circle cx="12" cy="12" r="9" />`);
export const AnomalyShape = shape(
  html`<circle cx="12" cy="12" r="9" /><path d="M13 3l-3 6 4.5 3-3.5 3 1.5 6" />`,
);

export const WarningShape = ErrorShape;
export const PersonIcon = shape(
  html`<circle cx="12" cy="8" r="4" /><path d="M4 21c.8-4.5 4-6.5 8-6.500s7.2 2 8 6.5" />`,
);
export const InspectionIcon = shape(html`
  <path d="M4 8V4h4m8 0h4v4m0 8v4h-4M8 20H4v-4" /><path d="M8.500 12.200l2.500 2.500 4.500-5" />`);
export const ResultsIcon = shape(html`<path d="M4 6h.1M4 12h.1M4 18h.1M9 6h11M9 12h11M9 18h11" />`);
export const TrainingIcon = shape(
  html`<path d="M4 4h7v7H4zM13 13h7v7h-7zM4 15h5v5H4zM15 4h5v5h-5z" />`,
);
export const ModelIcon = shape(
  html`<path d="M12 3l9 4.500-9 4.500-9-4.500zM3 12l9 4.500 9-4.500M3 16.500L12 21l9-4.500" />`,
);
export const MoreIcon = shape(html`<path d="M5 12h.1M12 12h.1M19 12h.1" stroke-width="4" />`);
export const CloseIcon = shape(html`<path d="M6 6l12 12M18 6L6 18" />`);
export const RemoveIcon = shape(html`<path d="M4 7h16M9.5 7V4h5v3M6.5 7l1 13h9l1-13" />`);
export const BoxIcon = shape(
  html`<path d="M4 6h16v12H4z" stroke-dasharray="4 3.5" /><path d="M9 12h6M12 9v6" />`,
);
export const MaskIcon = shape(html`
  <path d="M4 20c0-3 2-4.500 4-4.500s3 1.500 3 3-2 2.500-7 1.500z" /><path d="M10 14.500L19.500 4.500" />`);
export const SwapIcon = shape(html`<path d="M7 4L3 8l4 4M3 8h14M17 12l4 4-4 4M21 16H7" />`);
export const PlayIcon = shape(html`<path d="M7 4.500v15l12-7.500z" />`);
export const StopIcon = shape(html`<path d="M6 6h12v12H6z" />`);
export const TriggerIcon = shape(
  html`<circle cx="12" cy="12" r="9" /><circle cx="12" cy="12" r="3.5" fill="currentColor" />`,
);

// A cloud: whole with a tick, dashed, crossed out.
const CLOUD = "M6.500 19a4.500 4.500 0 0 1-.8-8.900 6.500 6.500 0 0 1 12.500 1A4 4 0 0 1 18 19z";
export const ArrivedIcon = shape(html`<path d=${CLOUD} /><path d="M9 14l2.200 2.200 4-4.500" />`);
export const OnItsWayIcon = shape(html`<path d=${CLOUD} stroke-dasharray="2.500 4" />`);
export const NotSentIcon = shape(html`<path d=${CLOUD} /><path d="M4 3l16 19" />`);

export const OUTCOME_SHAPES = { OK: OkShape, NG: NgShape, ERROR: ErrorShape, MISSED: MissedShape };
export const LABEL_SHAPES = { normal: NormalShape, anomaly: AnomalyShape };
