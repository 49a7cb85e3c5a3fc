"""The page for the speaker alone: what the room's step says, asks and leads to."""

from __future__ import annotations

import streamlit as st

from explainer.language.catalogue import say
from explainer.reading.seen import step_after
from explainer.ui.presenter import come_back, first_of, way
from explainer.ui.reader import Reader, go


def speaker(reader: Reader) -> None:
    """The notes of the current step; its keys move the stage that is open in the same browser."""
    reader = first_of(reader)
    come_back()
    with st.container(key="speaker", gap="small"):
        reader.put("stage.speaker", reader.name, reader.at, step_after(reader))
        with st.container(key="speaker-keys", horizontal=True, vertical_alignment="center"):
            way(reader, "back", "Left", reader.at - 1, "speaker")
            way(reader, "next", "Right", reader.at + 1, "speaker")
            st.button(
                say("stage-leave"),
                key="speaker-leave",
                type="tertiary",
                on_click=go,
                args=(reader,),
                kwargs={"notes": False},
            )
