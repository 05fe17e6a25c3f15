// Query strings of the HTTP API and of the pages.

/**
 * A query string of the parameters that are set; "" when none is.
 * @returns {"" | `?${string}`}
 * @param {Record<string, string | number | boolean | null | undefined>} parameters
 */
export function query(parameters) {
  const set = Object.entries(parameters).filter(
    ([, value]) => value !== null && value !== undefined && value !== "",
  );
  if (!set.length) return "";
  return `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}`;
}

/**
 * The parameters of an address's query.
 * @param {string} text
 * @returns {Record<string, string>}
 */
export const parameters = (text) => Object.fromEntries(new URLSearchParams(text));
