"""The OPC UA server and its address space; here asyncua is imported, so only on use."""
