"""The MQTT sink: results to an MQTT 5 broker."""
