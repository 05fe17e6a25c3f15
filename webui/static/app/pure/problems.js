// What the station refused of what was sent, by its place.

/**
 * What the station refused at a place such as "detection.rules.2", by the field's name; "" is the
 * whole of it.
 * @param {Problems} problems
 * @param {string} place
 */
export function problemsAt(problems, place) {
  return Object.fromEntries(
    Object.entries(problems)
      .filter(([key]) => key === place || key.startsWith(`${place}.`))
      .map(([key, messages]) => [key.slice(place.length + 1), messages.join("; ")]),
  );
}
