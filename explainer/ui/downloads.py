"""What readers can take away, as buttons; a file is made when it is asked for."""

from __future__ import annotations

from functools import partial

import streamlit as st

from explainer.language.catalogue import say
from explainer.takeaway import export, pictures, plates
from explainer.takeaway.export import Download
from explainer.ui.reader import Reader

ICONS = {
    export.HANDOUT.name: "offline_pin",
    export.HANDOUTS.name: "print",
    export.SLIDES.name: "slideshow",
    export.COURSE.name: "school",
    export.EVENTS.name: "table",
}

PIXELS = 2000
"""How wide the picture of a figure is, in dots: enough for a slide or a page."""


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


def save_figure(reader: Reader, name: str) -> None:
    """What a figure shows just now, as a file of lines and one of dots."""
    kinds = {"SVG": ("svg", "image/svg+xml"), "PNG": ("png", "image/png")}
    file = name if reader.is_whole else f"{reader.name}-step-{reader.at}"
    with st.container(key=f"save-{name}", horizontal=True, gap="small"):
        for kind, (ending, mime) in kinds.items():
            st.download_button(
                say("save-figure", kind=kind),
                data=partial(_figure, reader, name, ending),
                file_name=f"{file}.{ending}",
                mime=mime,
                on_click="ignore",
                key=f"save-{ending}-{name}",
                type="tertiary",
            )


def _figure(reader: Reader, name: str, ending: str) -> bytes:
    drawn = plates.seen_as(reader, name)
    return pictures.png(drawn, PIXELS) if ending == "png" else drawn.encode()
