"""Turns a folder of content files into an explainer of one policy brief."""
