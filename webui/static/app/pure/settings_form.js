// The engineer's settings as the Settings page edits them: a flat form by names such as "broker.port".
import { text } from "../texts/texts.js";

/** @typedef {string | number | boolean | null} SettingValue */
/** @typedef {Record<string, SettingValue>} Edits what was entered, by name */
/** @typedef {Record<string, unknown>} Section */
/** @typedef {{station?: string, camera?: Section, broker?: Section | null, web?: Section}} SettingsChange */

/** Whether there is a broker at all, as a field of the form. */
export const HAS_BROKER = "broker";

/** The key of each setting's label. */
const LABELS = /** @type {const} */ ({
  station: "settings-station",
  "camera.type": "settings-camera-kind",
  "camera.emulate": "settings-camera-emulate",
  "camera.serial": "settings-camera-serial",
  "camera.image_folder": "settings-camera-folder",
  "camera.path": "settings-camera-path",
  "camera.frame_rate_hz": "settings-camera-rate",
  broker: "settings-broker",
  "broker.type": "settings-broker-kind",
  "broker.host": "settings-broker-host",
  "broker.port": "settings-broker-port",
  "broker.username": "user-name",
  "broker.password": "password",
  "broker.tls": "settings-broker-tls",
  "broker.ca_certificate": "settings-broker-authority",
  "broker.client_certificate": "settings-broker-certificate",
  "broker.client_key": "settings-broker-key",
  "broker.prefix": "settings-broker-prefix",
  "web.host": "settings-web-host",
  "web.port": "settings-web-port",
});
/** @type {(name: string) => name is keyof typeof LABELS} */
const isLabelled = (name) => name in LABELS;
/** @type {Record<string, string>} */
const UNITS = { "camera.frame_rate_hz": "Hz" };
const NUMBERS = ["broker.port", "web.port", "camera.frame_rate_hz"];
/** @type {Record<string, SettingValue>} */
const NEW_BROKER = { port: 1883, tls: false, prefix: "okng" };

const CAMERA_KINDS = /** @type {const} */ ([
  { choice: "pylon", type: "pylon", emulate: false },
  { choice: "emulator", type: "pylon", emulate: true },
  { choice: "folder", type: "folder", emulate: false },
]);

/**
 * The value of a field: as entered, or else as the station has it.
 * @param {SettingsSections} sections
 * @param {Edits} edits
 * @param {string} name
 * @returns {SettingValue}
 */
export function fieldValue(sections, edits, name) {
  if (name in edits) return edits[name];
  return storedValue(sections, name);
}

/** @type {(sections: SettingsSections, name: string) => SettingValue} */
function storedValue(sections, name) {
  if (name === "station") return sections.station;
  if (name === HAS_BROKER) return sections.broker !== null;
  const [section, key] = name.split(".");
  const table =
    section === "broker" ? (sections.broker ?? NEW_BROKER) : Reflect.get(sections, section);
  return Reflect.get(Object(table), key) ?? null;
}

/**
 * With one more entry; what is again as the station has it is no edit.
 * @param {SettingsSections} sections
 * @param {Edits} edits
 * @param {string} name
 * @param {SettingValue} value
 * @returns {Edits}
 */
export function withEdit(sections, edits, name, value) {
  const { [name]: _, ...others } = edits;
  return fromField(name, value) === storedValue(sections, name)
    ? others
    : { ...others, [name]: value };
}

/**
 * What a field's text means: a number where one is expected, null where it is empty.
 * @param {string} name
 * @param {SettingValue} value
 */
function fromField(name, value) {
  if (typeof value !== "string") return value;
  const words = value.trim();
  if (words === "") return null;
  return NUMBERS.includes(name) && !Number.isNaN(Number(words)) ? Number(words) : words;
}

/**
 * The choice of the kind of camera; null is a kind that the page doesn't know.
 * @param {SettingsSections} sections
 * @param {Edits} edits
 */
export function cameraKind(sections, edits) {
  const type = fieldValue(sections, edits, "camera.type");
  const emulate = Boolean(fieldValue(sections, edits, "camera.emulate"));
  return (
    CAMERA_KINDS.find((kind) => kind.type === type && kind.emulate === emulate)?.choice ?? null
  );
}

/**
 * The kinds to choose from.
 * @returns {[string, string][]}
 */
export const cameraKinds = () =>
  CAMERA_KINDS.map(({ choice }) => [choice, text(`settings-camera-kind-${choice}`)]);

/**
 * With another kind of camera, of which nothing else is entered yet.
 * @param {SettingsSections} sections
 * @param {Edits} edits
 * @param {string} choice
 * @returns {Edits}
 */
export function withCameraKind(sections, edits, choice) {
  const kind = CAMERA_KINDS.find((known) => known.choice === choice);
  if (!kind) return edits;
  const { type, emulate } = kind;
  const others = Object.entries(edits).filter(([name]) => !name.startsWith("camera."));
  let next = withEdit(sections, Object.fromEntries(others), "camera.type", type);
  if (type === "pylon") {
    next = withEdit(sections, next, "camera.emulate", emulate);
    if (!emulate) next = withEdit(sections, next, "camera.image_folder", null);
    if (emulate) next = withEdit(sections, next, "camera.serial", null);
  }
  return next;
}

/**
 * The edits as the station takes them: only what was entered, null for what is emptied.
 * @param {SettingsSections} sections
 * @param {Edits} edits
 * @returns {SettingsChange}
 */
export function changeOf(sections, edits) {
  /** @type {SettingsChange} */
  const change = {};
  if (fieldValue(sections, edits, HAS_BROKER) === false && sections.broker) change.broker = null;
  for (const [name, entered] of Object.entries(edits)) {
    const [section, key] = name.split(".");
    const value = fromField(name, entered);
    if (name === "station") change.station = String(value ?? "");
    else if (section === "broker" && !fieldValue(sections, edits, HAS_BROKER)) continue;
    else if (key) {
      const table = /** @type {"camera" | "broker" | "web"} */ (section);
      change[table] = { ...change[table], [key]: value };
    }
  }
  // A new broker needs a host; without one the station says so at its field.
  if (edits[HAS_BROKER] === true) change.broker = { host: "", ...change.broker };
  return change;
}

/** @type {(name: string) => string} */
export const labelOf = (name) => (isLabelled(name) ? text(LABELS[name]) : name);

/**
 * A setting's label for a reader who doesn't see which section it is in.
 * @param {string} name
 */
export function fullLabel(name) {
  const [section, key] = name.split(".");
  const label = labelOf(name);
  return key && (section === "camera" || section === "broker")
    ? text("settings-full-label", { section: text(`settings-${section}`), label })
    : label;
}

/** @type {(name: string, value: unknown) => string} */
export function valueWords(name, value) {
  if (value === "***") return text("settings-stored");
  if (value === null || value === undefined) return text("settings-not-set");
  if (typeof value === "boolean") return text(value ? "settings-yes" : "settings-no");
  return UNITS[name] ? `${value} ${UNITS[name]}` : String(value);
}

/** @param {string} name */
const quotedLabel = (name) => text("settings-quoted", { label: labelOf(name) });

/**
 * A refusal with the names that the page has for settings.
 * @param {string} refusal
 * @param {string} [name] of the field that it is about
 */
export function inPageWords(refusal, name = "") {
  // The station says by a pattern what the text may look like.
  if (name === "broker.prefix" && refusal.includes("text that matches"))
    return text("settings-broker-prefix-pattern");
  let words = refusal.replace(/^Value error, /, "").replaceAll(" = true", "");
  for (const labelled of Object.keys(LABELS)) {
    const key = labelled.split(".")[1];
    // Only names of code: "port" and "host" are words of the language, too.
    if (key === "tls" || key?.includes("_") || key === "username")
      words = words.replace(new RegExp(`\\b${key}\\b`, "gi"), quotedLabel(labelled));
  }
  return words;
}

/**
 * Where the pages are after a change, as this browser reaches them.
 * @param {{protocol: string, hostname: string}} here
 * @param {SettingsOverview["sections"] & {}} sections
 * @param {{host: string, port: number}} web
 */
export function addressAfter(here, sections, web) {
  const everywhere = ["0.0.0.0", "::"].includes(web.host);
  const scheme = sections.tls ? "https:" : here.protocol;
  const host = everywhere ? here.hostname : web.host;
  return `${scheme}//${host.includes(":") && !host.startsWith("[") ? `[${host}]` : host}:${web.port}`;
}

const LOOPBACK = ["localhost", "127.0.0.1", "::1", "[::1]"];

/**
 * Whether this browser would lose the station: it is on another machine, and the address isn't.
 * @param {string} hostname of the page
 * @param {string} host of the setting
 */
export const locksOut = (hostname, host) => LOOPBACK.includes(host) && !LOOPBACK.includes(hostname);

/**
 * The addresses to choose from; the present one is always among them.
 * @param {Record<string, string>} addresses by network interface
 * @param {string} present
 * @returns {[string, string][]}
 */
export function hostChoices(addresses, present) {
  /** @type {[string, string][]} */
  const choices = [["0.0.0.0", text("settings-web-everywhere", { address: "0.0.0.0" })]];
  for (const [name, address] of Object.entries(addresses))
    choices.push([
      address,
      address === "127.0.0.1" ? text("settings-web-here", { address }) : `${address} (${name})`,
    ]);
  if (!choices.some(([host]) => host === present)) choices.push([present, present]);
  return choices;
}
