"""What authors write, one module a file of content, and plain questions to it."""
