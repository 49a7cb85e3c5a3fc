"""What is sent before the app has started: the painted page, compressed files, previews."""
