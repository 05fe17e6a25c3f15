// The engineer's settings as the Settings page edits them: a flat form by names such as "broker.port".

/** @typedef {string | number | boolean | null} SettingValue */
/** @typedef {Record<string, SettingValue>} Edits what was entered, by name */
/** @typedef {Record<string, unknown>} Section */
/** @typedef {{station?: string, camera?: Section, broker?: Section | null, web?: Section}} SettingsChange */

/** Whether there is a broker at all, as a field of the form. */
export const HAS_BROKER = "broker";

/** @type {Record<string, string>} */
const LABELS = {
  station: "Station name",
  "camera.type": "Kind of camera",
  "camera.emulate": "Camera emulator",
  "camera.serial": "Serial number",
  "camera.image_folder": "Folder of pictures",
  "camera.path": "Folder of pictures or video file",
  "camera.frame_rate_hz": "Frame rate",
  broker: "MQTT broker",
  "broker.type": "Kind of receiver",
  "broker.host": "Host name or IP address",
  "broker.port": "Port",
  "broker.username": "User name",
  "broker.password": "Password",
  "broker.tls": "TLS",
  "broker.ca_certificate": "Certificate authority",
  "broker.client_certificate": "Station's certificate",
  "broker.client_key": "Station's private key",
  "broker.prefix": "Beginning of every topic",
  "web.host": "Reachable at",
  "web.port": "Port of the pages",
};
/** @type {Record<string, string>} */
const UNITS = { "camera.frame_rate_hz": "Hz" };
const NUMBERS = ["broker.port", "web.port", "camera.frame_rate_hz"];
/** @type {Record<string, SettingValue>} */
const NEW_BROKER = { port: 1883, tls: false, prefix: "okng" };

/** @type {[choice: string, text: string, type: string, emulate: boolean][]} */
const CAMERA_KINDS = [
  ["pylon", "Basler camera (USB3 or GigE)", "pylon", false],
  ["emulator", "Camera emulator of pylon", "pylon", true],
  ["folder", "Folder of pictures or video file", "folder", false],
];

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
  const text = value.trim();
  if (text === "") return null;
  return NUMBERS.includes(name) && !Number.isNaN(Number(text)) ? Number(text) : text;
}

/**
 * The choice of the kind of camera; null is a kind that the page doesn't know.
 * @param {SettingsSections} sections
 * @param {Edits} edits
 */
export function cameraKind(sections, edits) {
  const type = fieldValue(sections, edits, "camera.type");
  const emulate = Boolean(fieldValue(sections, edits, "camera.emulate"));
  return CAMERA_KINDS.find((kind) => kind[2] === type && kind[3] === emulate)?.[0] ?? null;
}

/**
 * The kinds to choose from.
 * @returns {[string, string][]}
 */
export const cameraKinds = () => CAMERA_KINDS.map(([choice, text]) => [choice, text]);

/**
 * With another kind of camera, of which nothing else is entered yet.
 * @param {SettingsSections} sections
 * @param {Edits} edits
 * @param {string} choice
 * @returns {Edits}
 */
export function withCameraKind(sections, edits, choice) {
  const kind = CAMERA_KINDS.find(([known]) => known === choice);
  if (!kind) return edits;
  const [, , type, emulate] = kind;
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
export const labelOf = (name) => LABELS[name] ?? name;

/** @type {Record<string, string>} */
const SECTIONS = { camera: "Camera", broker: "MQTT broker" };

/**
 * A setting's label for a reader who doesn't see which section it is in.
 * @param {string} name
 */
export function fullLabel(name) {
  const [section, key] = name.split(".");
  const title = key && SECTIONS[section];
  return title ? `${title}: ${labelOf(name)}` : labelOf(name);
}

/** @type {(name: string, value: unknown) => string} */
export function valueWords(name, value) {
  if (value === "***") return "stored";
  if (value === null || value === undefined) return "not set";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return UNITS[name] ? `${value} ${UNITS[name]}` : String(value);
}

/**
 * What texts may look like, where the station says it by a pattern.
 * @type {Record<string, string>}
 */
const PATTERNS = {
  "broker.prefix": "Use letters, digits, _ and -, with / between levels.",
};

/**
 * A refusal with the names that the page has for settings.
 * @param {string} text
 * @param {string} [name] of the field that it is about
 */
export function inPageWords(text, name = "") {
  if (text.includes("text that matches") && PATTERNS[name]) return PATTERNS[name];
  let words = text.replace(/^Value error, /, "").replaceAll(" = true", "");
  for (const [name, label] of Object.entries(LABELS)) {
    const key = name.split(".")[1];
    // Only names of code: "port" and "host" are words of the language, too.
    if (key === "tls" || key?.includes("_") || key === "username")
      words = words.replace(new RegExp(`\\b${key}\\b`, "gi"), `“${label}”`);
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
  const choices = [["0.0.0.0", "Every network of the station (0.0.0.0)"]];
  for (const [name, address] of Object.entries(addresses))
    choices.push([
      address,
      address === "127.0.0.1" ? "This station only (127.0.0.1)" : `${address} (${name})`,
    ]);
  if (!choices.some(([host]) => host === present)) choices.push([present, present]);
  return choices;
}
