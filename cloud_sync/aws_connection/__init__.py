"""AWS connection: a station's certificate, and the temporary credentials that it gets for it."""
