import { html } from "../../preact.js";
import { pageTitle } from "../../state/loaded_pages.js";
import { path } from "../../state/router.js";
import { useStore } from "../../state/store.js";
import { text } from "../../texts/texts.js";
import { Link } from "./link.js";

/** @import { PageName } from "../../state/loaded_pages.js" */

/**
 * The pages under one entry of the header, the first one being that of the entry's name.
 * @type {Partial<Record<PageName, PageName[]>>}
 */
const UNDER = { training: ["training", "dataset"], results: ["results", "quality"] };

/**
 * The header's entry under which the page at this address is found.
 * @param {string} address
 */
export function entryOf(address) {
  const entries = Object.entries(UNDER);
  const entry = entries.find(([, names]) => names.some((name) => `/${name}` === address));
  return entry ? `/${entry[0]}` : address;
}

/**
 * The way between pages that share an entry of the header.
 * @param {{entry: PageName}} props
 */
export function SubPages({ entry }) {
  const current = useStore(path);
  return html`
    <nav class="sub-pages" aria-label=${text("header-sub-pages", { page: pageTitle(entry) })}>
      <ul>${UNDER[entry]?.map((name) => html`<li key=${name}><${Link} to=${`/${name}`} current=${current}>${pageTitle(name)}<//></li>`)}</ul>
    </nav>`;
}
