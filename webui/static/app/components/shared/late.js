// Parts of a page that are loaded when they are first shown, so that the page itself is there sooner.

import { html, useEffect, useState } from "../../preact.js";
import { attempt } from "../../state/notices.js";
import { loadTexts } from "../../texts/texts.js";

/**
 * A component whose module and texts are loaded when it is first shown; nothing stands there until
 * then.
 * @template Props
 * @param {string} script the name of its module without suffix, which its texts have too
 * @param {() => Promise<(props: Props) => unknown>} load
 * @returns {(props: Props) => unknown}
 */
export function late(script, load) {
  /** @type {((props: Props) => unknown) | null} */
  let loaded = null;
  return function Late(props) {
    const [component, setComponent] = useState(() => loaded);
    useEffect(() => {
      if (component) return;
      attempt(async () => {
        [loaded] = await Promise.all([load(), loadTexts(script)]);
        setComponent(() => loaded);
      });
    }, [component]);
    return component && html`<${component} ...${props} />`;
  };
}
