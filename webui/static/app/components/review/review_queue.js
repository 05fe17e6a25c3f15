// The review queue: a wall of the parts that wait for a person's verdict.
import { html, useRef, useState } from "../../preact.js";
import { QUEUES, queueOf, queueQuery, TILES, tileChange } from "../../pure/results_filter.js";
import { useAnswer } from "../../state/answer.js";
import { reviewDataset } from "../../state/review_dataset.js";
import { useReviewQueue } from "../../state/review_queue.js";
import { useListedShortcuts } from "../../state/shortcuts.js";
import { useStore } from "../../state/store.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { ResultFilters } from "../results/result_filters.js";
import { DatasetChoice } from "../shared/dataset_choice.js";
import { ChoiceField } from "../shared/fields.js";
import { usePartDetail } from "../shared/inspection_detail.js";
import { ReviewCard } from "./review_card.js";
import { useReviewKeys } from "./review_keys.js";

/** @returns {import("../../state/shortcuts.js").Shortcut[]} */
const keys = () => [
  ["O", text("review-really", { verdict: "OK" })],
  ["N", text("review-really", { verdict: "NG" })],
  ["U", text("review-key-undo")],
  ["← → ↑ ↓", text("review-key-move")],
  ["Enter", text("review-key-open")],
];
/** @type {import("../../texts/rich_text.js").TextElements} */
const COUNT = { count: (children) => html`<b data-testid="left">${children}</b>` };

/** @import { Filter, Span } from "../../pure/results_filter.js" */
/** @import { Answer } from "../../state/review_queue.js" */

/** @param {Answer} answer */
const undoWords = ({ entry: { inspection }, verdict }) =>
  text("review-undo", { number: String(inspection.trigger_id), verdict });

/**
 * How many cards stand beside each other.
 * @param {HTMLElement | null} list
 */
function columnsOf(list) {
  const cards = /** @type {HTMLElement[]} */ ([...(list?.children ?? [])]);
  return Math.max(1, cards.filter(({ offsetTop }) => offsetTop === cards[0].offsetTop).length);
}

/**
 * @param {{
 *   filter: Filter,
 *   span: Span,
 *   summary: ResultsSummary,
 *   onFilter: Setter<Filter>,
 *   onReviewed: () => unknown,
 * }} props
 */
export function ReviewQueue({ filter, span, summary, onFilter, onReviewed }) {
  const queue = queueOf(filter);
  const { entries, current, loaded, last, answered, say, undo, drop, again, move } = useReviewQueue(
    queueQuery(queue, filter, span),
    onReviewed,
  );
  const [heat, setHeat] = useState(true);
  // Whoever moves by the keyboard sees where; a page that just opened stays at its head.
  const [following, setFollowing] = useState(false);
  const dataset = useStore(reviewDataset);
  const datasets = useAnswer("datasets").answer?.datasets ?? [];
  const { openPart, detail } = usePartDetail(drop);
  const list = useRef(/** @type {HTMLOListElement | null} */ (null));
  const entry = entries[current];
  const open = () => entry && openPart(entry.inspection.inspection_id);
  /** @param {number} steps */
  const go = (steps) => {
    setFollowing(true);
    move(steps);
  };
  useListedShortcuts(keys());
  useReviewKeys({
    o: () => entry && say(entry, "OK"),
    n: () => entry && say(entry, "NG"),
    u: undo,
    ArrowLeft: () => go(-1),
    ArrowRight: () => go(1),
    ArrowUp: () => go(-columnsOf(list.current)),
    ArrowDown: () => go(columnsOf(list.current)),
    Enter: open,
  });
  const left = queue.left(summary);
  /** @param {string} outcome */
  const choose = (outcome) => onFilter({ ...tileChange(TILES[0]), outcome });
  return html`
    <section class="review-queue" aria-label=${text("results-review")}>
      <${ResultFilters} filter=${filter} span=${span} onChange=${onFilter}>
        <${ChoiceField} label=${text("parts")} value=${queue.outcome} onChange=${choose}
          options=${QUEUES.map((choice) => [choice.outcome, text("review-choice", { queue: choice.label(), count: choice.left(summary) })])} />
        <${DatasetChoice} label=${text("review-add-to")} none=${text("field-dataset-none")} datasets=${datasets} value=${dataset} onChange=${reviewDataset.set} />
        <button aria-pressed=${heat} onClick=${() => setHeat(!heat)}>${text(heat ? "heat-map-on" : "heat-map-off")}</button>
      <//>
      <header class="review-head">
        <p class="review-left" role="status">${richText("review-left", { count: left }, COUNT)}</p>
        <p class="quiet small review-hint"><span class="by-keys">${richText("review-hint-keys", {})}</span>
          <span class="by-touch">${text("review-hint-swipe")}</span></p>
        ${last && html`<button onClick=${undo}>${undoWords(last)}</button>`}
      </header>
      ${
        loaded &&
        !entries.length &&
        html`
        <div class="empty"><p class="quiet">${text(answered ? "review-all-done" : "review-none-waits")}</p>
          ${left > 0 && html`<button onClick=${again}>${text("review-further")}</button>`}</div>`
      }
      <ol class="review-wall" ref=${list}>
        ${entries.map(
          (shown, index) => html`
          <${ReviewCard} key=${shown.seq} entry=${shown} current=${index === current} following=${following} heat=${heat}
            onSay=${(/** @type {Verdict} */ verdict) => say(shown, verdict)}
            onOpen=${() => openPart(shown.inspection.inspection_id)} />`,
        )}
      </ol>
      ${detail}
    </section>`;
}
