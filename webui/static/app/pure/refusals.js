// What an import left out, as files for other programs.

/** @typedef {{where: string, reason: string}} RefusedLine */

/** @param {string} text */
const quoted = (text) =>
  // A spreadsheet would run what begins so.
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/**
 * As CSV (RFC 4180), with a header.
 * @param {RefusedLine[]} refusals
 */
export const refusalsAsCsv = (refusals) =>
  [["where", "reason"], ...refusals.map(({ where, reason }) => [where, reason])]
    .map((row) => `${row.map(quoted).join(",")}\r\n`)
    .join("");

/**
 * As text, a line each.
 * @param {RefusedLine[]} refusals
 */
export const refusalsAsText = (refusals) =>
  refusals.map(({ where, reason }) => `${where}: ${reason}\n`).join("");
