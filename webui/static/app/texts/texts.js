// The texts of the pages in the language that was chosen, read before what shows them.

import { FluentBundle, FluentResource } from "../../vendor/fluent-bundle/index.js";

/** @type {FluentBundle | null} */
let bundle = null;

/**
 * Shows texts of a language from now on, of which there are none yet.
 * @param {string} locale a BCP 47 tag, by which numbers and dates are written too
 */
export function beginTexts(locale) {
  bundle = new FluentBundle(locale, { useIsolating: false });
}

/**
 * Adds texts to those that are shown; the same ones may come again.
 * @param {string} source messages in Fluent's syntax
 */
export function addTexts(source) {
  bundle?.addResource(new FluentResource(source), { allowOverrides: true });
}

/** The locale of the texts, by which numbers and dates are written. */
export function textLocale() {
  if (!bundle) throw new Error("No texts have been loaded yet.");
  return bundle.locales[0];
}

/**
 * The text of a key. Numbers among its variables are written as the language does; what has a unit
 * or a fixed number of digits is formatted before.
 * @template {keyof Texts} Key
 * @param {Key} key
 * @param {TextVariables<Key>} variables
 */
export function text(key, ...[variables]) {
  const pattern = bundle?.getMessage(key)?.value;
  if (!bundle || !pattern) throw new Error(`There is no text "${key}" in ${textLocale()}.`);
  return bundle.formatPattern(pattern, variables ?? null);
}

/**
 * The locale that a language is written in: the browser's own of that language, such as "de-CH".
 * @param {string} language
 * @param {readonly string[]} preferred the browser's locales
 */
export const localeOf = (language, preferred) =>
  preferred.find((locale) => locale.split("-")[0] === language) ?? language;

/**
 * Reads texts of the page's language from the station: those of all pages, "app", or of one page.
 * @param {string} name of the script that shows them
 */
export async function loadTexts(name) {
  const first = /** @type {HTMLLinkElement} */ (document.getElementById("texts"));
  const { lang } = document.documentElement;
  const answer = await fetch(new URL(`${name}.${lang}.ftl`, first.href));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  if (!bundle) beginTexts(localeOf(lang, navigator.languages));
  addTexts(await answer.text());
}
