import { csrfToken } from "../../api.js";
import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";

/** Each language by what it calls itself: whoever needs another one can't read the one that is shown. */
const LANGUAGES = { en: "English", de: "Deutsch", fr: "Français", es: "Español", zh: "中文" };

/** The language of the pages in this browser; a form, as the page is loaded anew with it. */
export function LanguageChoice() {
  return html`
    <section class="card"><h2 id="language">${text("language")}</h2>
      <form method="post" action="/language" aria-labelledby="language">
        <input type="hidden" name="csrf_token" value=${csrfToken} />
        <input type="hidden" name="next" value="/account" />
        <div class="button-row">${Object.entries(LANGUAGES).map(
          ([tag, name]) => html`
          <button key=${tag} name="language" value=${tag} lang=${tag}
            aria-pressed=${tag === document.documentElement.lang}>${name}</button>`,
        )}</div>
      </form>
    </section>`;
}
