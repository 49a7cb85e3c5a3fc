"""The address as a view, and content as sentences."""
