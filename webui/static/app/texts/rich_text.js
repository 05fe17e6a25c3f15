// Texts with elements in them: `<b>` and the like stand in the text, links and buttons are handed in.

import { html } from "../preact.js";
import { text } from "./texts.js";

/** @typedef {Record<string, (children: Children) => Children>} TextElements */

const PLAIN = ["b", "code", "em", "kbd", "u"];
const TAG = /<(\/?)([a-z]+)>/;
/** Stands for "<" in a variable, whose value must not become an element. */
const BRACKET = "\uE000";

/**
 * The text of a key as children of an element. `elements` make what stands in tags other than the
 * plain ones (`<b>`, `<code>`, `<em>`, `<kbd>`, `<u>`): `<link>Settings</link>` is made by
 * `elements.link`.
 * @template {keyof Texts} Key
 * @param {Key} key
 * @param {Texts[Key]} variables
 * @param {TextElements} elements
 * @returns {Children}
 */
export function richText(key, variables, elements = {}) {
  const shielded = Object.entries(variables).map(([name, value]) => [
    name,
    typeof value === "string" ? value.replaceAll("<", BRACKET) : value,
  ]);
  const given = /** @type {TextVariables<Key>} */ ([Object.fromEntries(shielded)]);
  const parts = text(key, ...given).split(TAG);
  return childrenOf(parts, elements);
}

/**
 * Takes what stands before the next closing tag from `parts`: texts, each but the last followed by
 * a slash or nothing, and the name of a tag.
 * @param {string[]} parts
 * @param {TextElements} elements
 * @returns {Children[]}
 */
function childrenOf(parts, elements) {
  /** @type {Children[]} */
  const children = [];
  for (;;) {
    const [words, slash, tag] = parts.splice(0, 3);
    if (words) children.push(words.replaceAll(BRACKET, "<"));
    if (tag === undefined || slash) return children;
    const inside = childrenOf(parts, elements);
    children.push(elements[tag]?.(inside) ?? plain(tag, inside));
  }
}

/** @param {string} tag @param {Children} inside */
function plain(tag, inside) {
  if (!PLAIN.includes(tag)) throw new Error(`No text may have the tag ${tag}.`);
  return html`<${tag}>${inside}<//>`;
}
