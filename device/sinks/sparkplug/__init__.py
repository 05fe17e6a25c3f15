"""The Sparkplug sink: results and status as Sparkplug B 3.0, for SCADA systems."""
