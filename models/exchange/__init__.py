"""Model exchange: signed packages that bring a bundle from one station to another."""
