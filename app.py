"""The door: it serves the app, and before that has started the same page, painted.

A host that runs this file as a plain script gets the same pages, without what the door adds.
"""

import runpy
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from explainer.server.door import Door

app = st.App(
    "overview.py", middleware=[Middleware(Door, base=lambda: st.get_option("server.baseUrlPath"))]
)

if st.runtime.exists() and __name__ == "__main__":
    runpy.run_path(str(Path(__file__).with_name("overview.py")), run_name="__main__")
