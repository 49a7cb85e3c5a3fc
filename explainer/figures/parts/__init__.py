"""What figures are made of: scene, columns, bands, lanes, ticks."""
