"""Reading the content folder: YAML with its places, every check, and its messages."""
