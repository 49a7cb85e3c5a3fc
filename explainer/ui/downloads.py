"""What readers can take away, as buttons; a file is made when it is asked for."""

from __future__ import annotations

from functools import partial

import streamlit as st

from explainer.takeaway import export
from explainer.takeaway.export import Download
from explainer.ui.reader import Reader

LABELS = {
    export.HANDOUT.name: ("Offline copy and handout, one file", "print"),
    export.EVENTS.name: ("Events as CSV", "table"),
    export.BIBTEX.name: ("BibTeX", "download"),
    export.RIS.name: ("RIS", "download"),
    export.CSL.name: ("CSL-JSON", "download"),
}


def downloads(reader: Reader, *offered: Download) -> None:
    """A row of download buttons."""
    with st.container(horizontal=True, gap="small"):
        for download in offered:
            label, icon = LABELS[download.name]
            st.download_button(
                label,
                data=partial(download.content, reader.explainer),
                file_name=download.name,
                mime=download.mime,
                icon=f":material/{icon}:",
                on_click="ignore",
                key=f"download-{download.name}",
            )
