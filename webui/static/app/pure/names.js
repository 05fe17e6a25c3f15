// Names of recipes, datasets and stations in any script, by the rules of models/names.py.

export const RESERVED = '/\\:*?"<>|+#%';
const MAX_CHARACTERS = 64;
const MAX_BYTES = 200;
const INVISIBLE = /[\p{C}\p{Z}]/u;
// The joiners are invisible too, and yet Persian, Hindi and others are misspelt without them.
const ALLOWED = /[ \u3000\u200c\u200d]/g;
const SPACES_AROUND = /^[ \u3000]+|[ \u3000]+$/g;

/**
 * A name as the station stores it: however a keyboard writes its accents, without spaces around it.
 * @param {string} text
 */
export const normalizedName = (text) => text.normalize("NFC").replace(SPACES_AROUND, "");

/**
 * Why a text can't be a name; empty if it can.
 * @param {string} text
 */
export function nameProblem(text) {
  const name = normalizedName(text);
  const characters = [...name];
  if (!characters.length) return "A name can't be empty.";
  if (characters.length > MAX_CHARACTERS)
    return `A name has at most ${MAX_CHARACTERS} characters; this has ${characters.length}.`;
  if (characters.some((character) => RESERVED.includes(character)))
    return `A name can't contain any of ${[...RESERVED].join(" ")}`;
  if (INVISIBLE.test(name.replace(ALLOWED, "")))
    return "A name can't contain invisible characters.";
  if (new TextEncoder().encode(name).length > MAX_BYTES) return "This name is too long.";
  if (!/^[\p{L}\p{N}]/u.test(name)) return "A name begins with a letter or a digit.";
  return name.endsWith(".") ? "A name can't end with a dot." : "";
}
