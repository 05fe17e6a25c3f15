/**
 * What gave a trigger, in words that follow "by the".
 * @type {Record<Inspection["source"], string>}
 */
export const TRIGGER_SOURCES = {
  button: "button",
  timer: "timer",
  http: "HTTP API",
  line: "camera input line",
  modbus: "PLC over Modbus",
  opcua: "PLC over OPC UA",
  plc: "PLC",
  mqtt: "MQTT",
  gpio: "GPIO line",
};
