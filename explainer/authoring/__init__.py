"""What authors start from: an example, schemas, the guide."""
