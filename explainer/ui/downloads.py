"""What readers can take away, as buttons; a file is made when it is asked for."""

from __future__ import annotations

from functools import partial

import streamlit as st

from explainer.language.catalogue import say
from explainer.takeaway import export
from explainer.takeaway.export import Download
from explainer.ui.reader import Reader

ICONS = {
    export.HANDOUT.name: "print",
    export.SLIDES.name: "slideshow",
    export.COURSE.name: "school",
    export.EVENTS.name: "table",
}


def downloads(reader: Reader, *offered: Download, folded: bool = False) -> None:
    """A row of download buttons; ``folded`` makes them only for whoever asks."""
    if folded:
        fold = st.expander(
            say("files"),
            icon=":material/download:",
            type="compact",
            key="files",
            on_change="rerun",
        )
        if not fold.open:
            return
        with fold:
            downloads(reader, *offered)
        return
    with st.container(horizontal=True, gap="small"):
        for download in offered:
            st.download_button(
                say(f"file-{download.name}"),
                data=partial(download.content, reader.explainer),
                file_name=download.name,
                mime=download.mime,
                icon=f":material/{ICONS.get(download.name, 'download')}:",
                on_click="ignore",
                key=f"download-{download.name}",
            )
