"""The scripts of the app: what only a browser can do, one small file beside this one each."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer


def component(name: str) -> ComponentRenderer:
    """The component that runs the script of that name."""
    script = Path(__file__).with_name(f"{name}.js").read_text("utf-8")
    return st.components.v2.component(name, js=script, isolate_styles=False)
