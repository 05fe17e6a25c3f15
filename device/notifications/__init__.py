"""Notifications: messages to persons and programs when a condition appears or is over."""
