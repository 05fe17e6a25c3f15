// The texts of the pages in the language that was chosen: one file a language, read before the first paint.

import { FluentBundle, FluentResource } from "../../vendor/fluent-bundle/index.js";

/** @type {FluentBundle | null} */
let bundle = null;

/**
 * Shows the texts of a language from now on; all of its faults are thrown.
 * @param {string} locale a BCP 47 tag, by which numbers and dates are written too
 * @param {string} source messages in Fluent's syntax
 */
export function setTexts(locale, source) {
  bundle = new FluentBundle(locale, { useIsolating: false });
  const [fault] = bundle.addResource(new FluentResource(source));
  if (fault) throw fault;
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

/** Reads the texts of the page's language from the station. */
export async function loadTexts() {
  const file = /** @type {HTMLLinkElement} */ (document.getElementById("texts"));
  const answer = await fetch(file.href);
  if (!answer.ok) throw new Error(`${file.href}: ${answer.status}`);
  setTexts(localeOf(document.documentElement.lang, navigator.languages), await answer.text());
}
