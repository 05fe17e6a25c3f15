"""Modbus TCP: the station is the server, the PLC reads and writes its registers."""
