// Names of recipes, datasets and stations in any script, by the rules of models/names.py.
import { text } from "../texts/texts.js";

export const RESERVED = '/\\:*?"<>|+#%';
const MAX_CHARACTERS = 64;
const MAX_BYTES = 200;
const INVISIBLE = /[\p{C}\p{Z}]/u;
// The joiners are invisible too, and yet Persian, Hindi and others are misspelt without them.
const ALLOWED = /[ \u3000\u200c\u200d]/g;
const SPACES_AROUND = /^[ \u3000]+|[ \u3000]+$/g;

/**
 * A name as the station stores it: however a keyboard writes its accents, without spaces around it.
 * @param {string} typed
 */
export const normalizedName = (typed) => typed.normalize("NFC").replace(SPACES_AROUND, "");

/**
 * Why a text can't be a name; empty if it can.
 * @param {string} typed
 */
export function nameProblem(typed) {
  const name = normalizedName(typed);
  const characters = [...name];
  if (!characters.length) return text("names-empty");
  if (characters.length > MAX_CHARACTERS)
    return text("names-many-characters", { most: MAX_CHARACTERS, count: characters.length });
  if (characters.some((character) => RESERVED.includes(character)))
    return text("names-reserved", { characters: [...RESERVED].join(" ") });
  if (INVISIBLE.test(name.replace(ALLOWED, ""))) return text("names-invisible");
  if (new TextEncoder().encode(name).length > MAX_BYTES) return text("names-long");
  if (!/^[\p{L}\p{N}]/u.test(name)) return text("names-first");
  return name.endsWith(".") ? text("names-dot") : "";
}
