import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addressAfter,
  cameraKind,
  changeOf,
  fullLabel,
  hostChoices,
  inPageWords,
  locksOut,
  withCameraKind,
  withEdit,
} from "../../../webui/static/app/pure/settings_form.js";

/** @type {SettingsSections} */
const STATION = {
  station: "cell-4",
  camera: { type: "pylon", serial: "4011", emulate: false, image_folder: null },
  broker: { type: "mqtt", name: "mqtt", host: "broker.plant", port: 1883, username: null },
  has_password: false,
  web: { host: "0.0.0.0", port: 8080 },
  tls: false,
  fixed: {},
  other_sinks: 0,
};

/** @type {(...entries: [string, string | boolean | null][]) => ReturnType<typeof changeOf>} */
const entered = (...entries) =>
  changeOf(
    STATION,
    entries.reduce((edits, [name, value]) => withEdit(STATION, edits, name, value), {}),
  );

test("only what was entered is sent, numbers as numbers and nothing as null", () => {
  assert.deepEqual(
    entered(["broker.port", " 8883 "], ["camera.serial", ""], ["station", "cell-5"]),
    {
      broker: { port: 8883 },
      camera: { serial: null },
      station: "cell-5",
    },
  );
  // The station says what is wrong with it.
  assert.deepEqual(entered(["web.port", "many"]), { web: { port: "many" } });
});

test("what is again as the station has it is no change", () => {
  assert.deepEqual(entered(["broker.port", "8883"], ["broker.port", "1883"]), {});
  assert.deepEqual(entered(["broker.username", ""]), {});
});

test("a broker is removed as a whole, and a new one has to have a host", () => {
  assert.deepEqual(entered(["broker.port", "8883"], ["broker", false]), { broker: null });
  const without = { ...STATION, broker: null };
  assert.deepEqual(changeOf(without, withEdit(without, {}, "broker", true)), {
    broker: { host: "" },
  });
});

test("another kind of camera begins without what was entered for the one before", () => {
  const folder = withCameraKind(STATION, { "camera.serial": "1" }, "folder");
  assert.deepEqual(changeOf(STATION, folder), { camera: { type: "folder" } });
  const emulator = withCameraKind(STATION, folder, "emulator");
  assert.equal(cameraKind(STATION, emulator), "emulator");
  assert.deepEqual(changeOf(STATION, emulator), { camera: { emulate: true, serial: null } });
  assert.deepEqual(withCameraKind(STATION, emulator, "pylon"), {});
});

test("refusals name fields as the page does", () => {
  assert.equal(
    inPageWords("ca_certificate needs tls = true."),
    "“Certificate authority” needs “TLS”.",
  );
  const pattern = "Allowed: text that matches `^[a-z]$`.";
  assert.match(inPageWords(pattern, "broker.prefix"), /between levels/);
  assert.equal(fullLabel("broker.port"), "MQTT broker: Port");
});

test("the pages are followed to where this browser reaches them", () => {
  const here = { protocol: "http:", hostname: "10.0.0.7" };
  assert.equal(addressAfter(here, STATION, { host: "0.0.0.0", port: 81 }), "http://10.0.0.7:81");
  assert.equal(addressAfter(here, STATION, { host: "10.0.1.7", port: 80 }), "http://10.0.1.7:80");
  assert.equal(addressAfter(here, STATION, { host: "fe80::1", port: 80 }), "http://[fe80::1]:80");
});

test("an address of the station alone locks other machines out", () => {
  assert.equal(locksOut("10.0.0.7", "127.0.0.1"), true);
  assert.equal(locksOut("localhost", "127.0.0.1"), false);
  assert.equal(locksOut("10.0.0.7", "0.0.0.0"), false);
});

test("the present address can be chosen though no interface has it", () => {
  const choices = hostChoices({ lo: "127.0.0.1", eth0: "10.0.0.7" }, "10.0.0.9");
  assert.deepEqual(
    choices.map(([host]) => host),
    ["0.0.0.0", "127.0.0.1", "10.0.0.7", "10.0.0.9"],
  );
});
