// Public keys of stations in their text form, "okng-ed25519 BASE64".

const KEY = /okng-ed25519 [A-Za-z0-9+/]{43}=/;

/**
 * The public key that a message names; null without one.
 * @param {string} message
 */
export const publicKeyIn = (message) => KEY.exec(message)?.[0] ?? null;
