"""The scripts of the app: what only a browser can do, one small file each.

They stand beside this module, but for what the offline copy runs as well.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from explainer.reading import words

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
    here = Path(__file__).parent
    shared = {words.QUIZ.stem: words.QUIZ}
    files = (shared.get(script, here / f"{script}.js") for script in scripts)
    texts = (file.read_text("utf-8") for file in files)
    return BUNDLE.format(
        ",\n".join(f"(() => {{\n{text.replace(EXPORT, 'return ')}}})()" for text in texts)
    )
