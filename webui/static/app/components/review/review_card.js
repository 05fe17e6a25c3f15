// One part that waits for a review: picture, heat map, score; answered by a press or a swipe.
import { address } from "../../api.js";
import { html, useEffect, useRef, useState } from "../../preact.js";
import { showScore } from "../../pure/format.js";
import { swipeVerdict } from "../../pure/review_queue.js";
import { text } from "../../texts/texts.js";
import { OUTCOME_SHAPES } from "../shared/icons.js";
import { VerdictTag } from "../shared/verdict.js";

const WIDTH_PX = 640;

/** @param {{inspection: Inspection, heat: boolean}} props */
function Picture({ inspection, heat }) {
  const { inspection_id: id, trigger_id: number } = inspection;
  const [mapped, setMapped] = useState(inspection.score !== null);
  if (!inspection.picture_path)
    return html`<p class="stage-words">${text("review-picture-none")}</p>`;
  return html`
    <img src=${address.picture(id, WIDTH_PX)} loading="lazy" draggable=${false} alt=${text("part", { number: String(number) })} />
    ${heat && mapped && html`<img class="review-heat" src=${address.heatmap(id)} loading="lazy" draggable=${false} alt="" onError=${() => setMapped(false)} />`}`;
}

/**
 * Calls `onSay` when a finger swipes the element to a side, which goes along.
 * @param {{current: HTMLElement | null}} element
 * @param {Setter<Verdict>} onSay
 */
function useSwipe(element, onSay) {
  const start = useRef(/** @type {number | null} */ (null));
  const [way, setWay] = useState(0);
  useEffect(() => {
    if (element.current) element.current.style.translate = way ? `${way}px 0` : "";
  }, [way]);
  /** @param {PointerEvent} event */
  const onPointerDown = (event) => {
    if (event.pointerType !== "mouse" && event.isPrimary) start.current = event.clientX;
  };
  /** @param {PointerEvent} event */
  const onPointerMove = (event) => {
    if (start.current !== null && event.isPrimary) setWay(event.clientX - start.current);
  };
  /** @param {PointerEvent} event */
  const onPointerUp = (event) => {
    const verdict = start.current === null ? null : swipeVerdict(event.clientX - start.current);
    start.current = null;
    setWay(0);
    if (verdict) onSay(verdict);
  };
  const onPointerCancel = () => {
    start.current = null;
    setWay(0);
  };
  return {
    verdict: swipeVerdict(way),
    on: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel },
  };
}

/**
 * @param {{
 *   entry: InspectionEntry,
 *   current: boolean,
 *   following: boolean,
 *   heat: boolean,
 *   onSay: Setter<Verdict>,
 *   onOpen: () => unknown,
 * }} props
 */
export function ReviewCard({ entry: { inspection }, current, following, heat, onSay, onOpen }) {
  const card = useRef(/** @type {HTMLLIElement | null} */ (null));
  const swipe = useSwipe(card, onSay);
  const { score, threshold } = inspection;
  const number = String(inspection.trigger_id);
  useEffect(() => {
    if (current && following) card.current?.scrollIntoView({ block: "nearest" });
  }, [current, following]);
  /** @param {{verdict: Verdict}} props */
  const Answer = ({ verdict }) => html`
    <button class="really" aria-label=${text("review-is-really", { number, verdict })} onClick=${() => onSay(verdict)}>
      <${OUTCOME_SHAPES[verdict]} size=${22} />${text("review-really", { verdict })}</button>`;
  return html`
    <li ref=${card} class=${`review-card ${swipe.verdict ?? ""}`} aria-current=${current ? "true" : null} data-testid="review-card">
      <button class="review-picture" aria-label=${text("review-details", { number })} onClick=${onOpen} ...${swipe.on}>
        <${Picture} inspection=${inspection} heat=${heat} />
        ${swipe.verdict && html`<span class="swiped"><${OUTCOME_SHAPES[swipe.verdict]} size=${56} />${text("review-really", { verdict: swipe.verdict })}</span>`}
      </button>
      <p class="review-words"><b>${text("part", { number })}</b><span>${text("review-score", { score: showScore(score), threshold: showScore(threshold) })}</span><${VerdictTag} outcome=${inspection.outcome} /></p>
      <div class="review-answers"><${Answer} verdict="OK" /><${Answer} verdict="NG" /></div>
    </li>`;
}
