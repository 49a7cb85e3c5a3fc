"""One browser tab without a browser, over the websocket that a browser speaks with Streamlit.

A tab asks for a run with its address and the widgets it has changed, and the run has ended when
``script_finished`` arrives. A page that leaves a part of itself to a fragment which soon runs by
itself has not been answered before that has run too. The server's own time is what is left once no
browser draws anything.
"""

from __future__ import annotations

import asyncio
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from benchmarks.servers import PATIENCE

ENDED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
SOON = 10.0
"""Seconds within which a fragment that runs by itself still belongs to the answer."""


class FaultyPageError(Exception):
    """The server answered, but not with the page."""


class Session:
    """One open tab. Each request returns once its runs have ended, with how many they were.

    ``messages`` is how many messages the server has sent for the last request until then. One that
    names by its hash what the tab already has is a message too.
    """

    def __init__(self, address: str) -> None:
        self.messages = 0
        self._address = address
        self._socket: ClientConnection | None = None
        self._page = self._query = ""
        self._shown: dict[tuple[int, ...], Delta] = {}
        self._kept: set[str] = set()
        self._due: set[str] = set()

    async def __aenter__(self) -> Session:
        self._socket = await connect(
            self._address.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=[Subprotocol("streamlit"), Subprotocol("PLACEHOLDER_AUTH_TOKEN")],
            origin=Origin(self._address),
            compression=None,
            max_size=None,
            ping_interval=None,
            open_timeout=PATIENCE,
            proxy=None,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._socket:
            await self._socket.close()

    async def turn(self, page: str, query: str = "") -> int:
        """Open a page by its address. Raises FaultyPageError, TimeoutError."""
        self._page, self._query = page, query
        return await self._run(BackMsg())

    async def press(self, key: str) -> int:
        """Press the button with this key; a button in a fragment runs only the fragment."""
        return await self._change("button", key, trigger_value=True)

    async def choose(self, key: str, option: int) -> int:
        """Choose an option of the radio buttons with this key, by its number from 0."""
        found = self._find("radio", key)
        if not found:
            raise FaultyPageError(f"no radio buttons {key}")
        options = found.new_element.radio.options
        return await self._change("radio", key, string_value=options[option % len(options)])

    def has(self, kind: str, key: str) -> bool:
        """Whether the page shows an element of this kind with this key that can be used."""
        found = self._find(kind, key)
        return bool(found) and not getattr(found.new_element, kind).disabled  # type: ignore[union-attr]

    def _find(self, kind: str, key: str) -> Delta | None:
        for delta in self._shown.values():
            element = delta.new_element
            if element.WhichOneof("type") == kind and getattr(element, kind).id.endswith(f"-{key}"):
                return delta
        return None

    async def _change(self, kind: str, key: str, **value: Any) -> int:
        found = self._find(kind, key)
        if not found:
            raise FaultyPageError(f"no {kind} {key}")
        asked = BackMsg()
        asked.rerun_script.fragment_id = found.fragment_id
        asked.rerun_script.widget_states.widgets.add(
            id=getattr(found.new_element, kind).id, **value
        )
        return await self._run(asked)

    async def _run(self, asked: BackMsg) -> int:
        self.messages, self._due = 0, set()
        runs, ran = await self._ask(asked), set[str]()
        while due := self._due - ran:  # without the wait of a browser, and each only once
            later = BackMsg()
            later.rerun_script.fragment_id = min(due)
            later.rerun_script.is_auto_rerun = True
            ran.add(later.rerun_script.fragment_id)
            runs += await self._ask(later)
        return runs

    async def _ask(self, asked: BackMsg) -> int:
        assert self._socket is not None
        rerun = asked.rerun_script
        rerun.page_name, rerun.query_string = self._page, self._query
        rerun.cached_message_hashes.extend(self._kept)
        rerun.context_info.url = f"{self._address}/{self._page}"
        rerun.context_info.timezone, rerun.context_info.locale = "UTC", "en"
        rerun.context_info.color_scheme = "light"
        await self._socket.send(asked.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            return await self._receive(self._socket)

    async def _receive(self, socket: ClientConnection) -> int:
        runs = 0
        while True:
            message = ForwardMsg.FromString(await socket.recv(decode=False))
            kind = message.WhichOneof("type")
            self.messages += 1
            if message.metadata.cacheable:
                self._kept.add(message.hash)
            if kind == "new_session":
                again = set(message.metadata.run.fragment_ids)
                self._shown = {
                    place: delta
                    for place, delta in self._shown.items()
                    if again and delta.fragment_id not in again
                }
            elif kind == "delta":
                self._shown[tuple(message.metadata.delta_path)] = message.delta
                if message.delta.new_element.WhichOneof("type") == "exception":
                    raise FaultyPageError(message.delta.new_element.exception.message)
            elif kind == "auto_rerun" and message.auto_rerun.interval <= SOON:
                self._due.add(message.auto_rerun.fragment_id)
            elif kind == "page_info_changed":
                self._query = message.page_info_changed.query_string
            elif kind == "page_not_found":
                raise FaultyPageError(f"no page {self._page!r}")
            elif kind == "script_finished":
                runs += 1
                if message.script_finished in ENDED:
                    return runs
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise FaultyPageError(f"the script of {self._page!r} does not compile")
