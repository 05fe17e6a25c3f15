"""The OPC UA wire: a server in the station, with the names of OPC 40100-1 (Machine Vision)."""
