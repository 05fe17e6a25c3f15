"""The register map for PLC programmers: as a table, as PLC code, as a Node-RED flow."""
