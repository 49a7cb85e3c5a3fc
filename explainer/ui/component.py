"""The scripts of the app: what only a browser can do, one small file beside this one each."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

EXPORT = "export default "
BUNDLE = """const scripts = [{}];
export default (component) => {{
  const ends = scripts.map((script) => script(component));
  return () => ends.forEach((end) => end?.());
}};
"""


def component(name: str, *scripts: str) -> ComponentRenderer:
    """The component that runs the scripts of these names, each a module in a file of its own.

    They go as one: every component is a message at each rerun, its script in it.
    """
    return st.components.v2.component(name, js=_bundled(*scripts), isolate_styles=False)


def _bundled(*scripts: str) -> str:
    """Modules that each export one function, as one module that runs them all."""
    texts = (Path(__file__).with_name(f"{script}.js").read_text("utf-8") for script in scripts)
    return BUNDLE.format(
        ",\n".join(f"(() => {{\n{text.replace(EXPORT, 'return ')}}})()" for text in texts)
    )
