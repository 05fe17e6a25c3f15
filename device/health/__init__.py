"""Health: conditions that need a person, the watchdog, clocks, and a Jetson's state."""
