import { html } from "../../preact.js";
import { playedWords } from "../../pure/played_picture.js";
import { stationStatus } from "../../state/events.js";
import { useStore } from "../../state/store.js";

/** Which picture is shown, where a folder is played by triggers; nothing for any other camera. */
export function PlayedPicture() {
  const played = useStore(stationStatus)?.played;
  return played
    ? html`<p class="quiet small" data-testid="played">${playedWords(played)}</p>`
    : null;
}
