"""Readers without a browser: they speak the websocket that a browser speaks with Streamlit.

Opening a page sends its address; the server answers with one message for each element and ends with
``script_finished``. What the server put into the address is kept, so a reader who comes back after
an outage asks for the view that was last seen, as a browser does.
"""

from __future__ import annotations

import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import TypeVar
from urllib.error import URLError
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

PATIENCE = 60.0
"""Seconds until a reader gives up; only a failing test waits so long."""
NO_TOKEN = "PLACEHOLDER_AUTH_TOKEN"
BUTTON = "button"

Place = tuple[int, ...]
Outcome = TypeVar("Outcome")


@dataclass(frozen=True)
class Seen:
    """What a page held when its script had ended."""

    elements: dict[Place, Delta]

    @property
    def raw(self) -> bytes:
        """Everything that was sent to be shown, for searching."""
        return b"\n".join(part.SerializeToString() for part in self.elements.values())

    @property
    def lasting(self) -> dict[Place, Delta]:
        """What another server would send too: each names a file on offer by an id of its own."""
        kept = {}
        for place, part in self.elements.items():
            kept[place] = Delta()
            kept[place].CopyFrom(part)
            if part.new_element.WhichOneof("type") == "download_button":
                kept[place].new_element.download_button.ClearField("deferred_file_id")
        return kept

    @property
    def texts(self) -> list[str]:
        """The page's words as HTML, part by part, from top to bottom."""
        shown = [part.new_element for part in self.elements.values()]
        bodies = [
            element.html.body if element.HasField("html") else element.bidi_component.bytes.decode()
            for element in shown
            if element.HasField("html") or element.HasField("bidi_component")
        ]
        return [body for body in bodies if body and not body.startswith("<style>")]

    @property
    def crashes(self) -> list[str]:
        """Errors that a reader sees in place of a part of the page."""
        return [
            f"{part.new_element.exception.type}: {part.new_element.exception.message}"
            for part in self.elements.values()
            if part.new_element.WhichOneof("type") == "exception"
        ]

    def button(self, key: str) -> str | None:
        """The id of the button with this key, unless there is none or it cannot be pressed."""
        for part in self.elements.values():
            if part.new_element.WhichOneof("type") == BUTTON:
                button = part.new_element.button
                if button.id.endswith(f"-{key}") and not button.disabled:
                    return button.id
        return None


@dataclass(eq=False)
class Reader:
    """One browser tab. Every method waits for the answer; none may be called by two threads."""

    server: str
    page: str = ""
    query: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    origin: str = ""
    """The site whose page asks to be connected; by default the server's own."""
    session: str = ""
    seen: Seen = field(default_factory=lambda: Seen({}))
    outages: int = 0
    _line: ExitStack = field(default_factory=ExitStack)
    _socket: ClientConnection | None = None

    def open(self, key: str = "") -> Seen:
        """Connect and show the view that the address asks for.

        With a key, the first that the server hears is a press of that button of the page last seen:
        a browser that lost its server connects again, but asks for nothing until it is used.
        """
        self._get("/_stcore/health")
        names = ["streamlit", self.cookies.get("_streamlit_xsrf", NO_TOKEN)]
        names += [self.session] if self.session else []
        self._socket = self._line.enter_context(
            connect(
                self.server.replace("http", "ws", 1) + "/_stcore/stream",
                subprotocols=[Subprotocol(name) for name in names],
                origin=Origin(self.origin or self.server),
                additional_headers={"Cookie": self._cookie_header()},
                compression=None,
                max_size=None,
                ping_interval=None,
                proxy=None,
                open_timeout=PATIENCE,
            )
        )
        return self._run(self.seen.button(key) if key else None)

    def click(self, key: str) -> Seen:
        """Press the button with this key, or look again where there is none to press."""
        return self._run(self.seen.button(key))

    def go_on(self, key: str) -> Seen:
        """Click; if the connection is lost, come back to the address as a browser does."""
        try:
            return self.click(key)
        except (ConnectionClosed, OSError):
            return self.come_back()

    def come_back(self) -> Seen:
        """Connect again with the old session's name until a server answers."""
        self.outages += 1
        self.close()
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                return self.open()
            except (InvalidHandshake, ConnectionClosed, URLError, OSError):
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)

    def is_connected(self) -> bool:
        """Whether the server still holds the line; waits a moment for news of its end."""
        assert self._socket is not None
        try:
            self._socket.recv(timeout=0.05)
        except TimeoutError:
            return True
        except ConnectionClosed:
            return False
        return True

    def close(self) -> None:
        """Close the tab."""
        self._line.close()

    def _cookie_header(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def _get(self, path: str) -> None:
        """Ask for a path as a browser does before it connects, and keep the cookies."""
        asked = urllib.request.Request(
            self.server + path, headers={"Cookie": self._cookie_header()}
        )
        with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
            for line in answer.headers.get_all("Set-Cookie", []):
                self.cookies |= {name: one.value for name, one in SimpleCookie(line).items()}

    def _run(self, pressed: str | None = None) -> Seen:
        """Run the page's script, with a button pressed, and keep what it shows."""
        assert self._socket is not None
        asked = BackMsg()
        asked.rerun_script.query_string = self.query
        asked.rerun_script.page_name = self.page
        context = asked.rerun_script.context_info
        context.timezone, context.locale, context.color_scheme = "UTC", "en", "light"
        context.url = f"{self.server}/{self.page}"
        if pressed:
            asked.rerun_script.widget_states.widgets.add(id=pressed, trigger_value=True)
        self._socket.send(asked.SerializeToString())
        self.seen = Seen(self._received())
        return self.seen

    def _received(self) -> dict[Place, Delta]:
        assert self._socket is not None
        elements: dict[Place, Delta] = {}
        deadline = time.monotonic() + PATIENCE
        while True:
            answer = self._socket.recv(timeout=deadline - time.monotonic())
            assert isinstance(answer, bytes)
            message = ForwardMsg.FromString(answer)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                elements = {}
                self.session = message.new_session.initialize.session_id or self.session
            elif kind == "delta":
                elements[tuple(message.metadata.delta_path)] = message.delta
            elif kind == "page_info_changed":
                self.query = message.page_info_changed.query_string
            elif kind == "page_not_found":
                raise AssertionError(f"{urlsplit(self.server).netloc} knows no page {self.page!r}")
            elif kind == "script_finished":
                ended = message.script_finished
                if ended == ForwardMsg.FINISHED_SUCCESSFULLY:
                    return elements
                if ended == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise AssertionError(f"the script of {self.page!r} does not compile")


@contextmanager
def crowd(
    readers: Sequence[Reader],
) -> Iterator[Callable[[Callable[[Reader], Outcome]], list[Future[Outcome]]]]:
    """A class of readers: gives a function that sets all of them to one task at the same time."""
    with ThreadPoolExecutor(len(readers)) as threads:
        try:
            yield lambda task: [threads.submit(task, reader) for reader in readers]
        finally:
            for reader in readers:
                reader.close()


def done(tasks: Iterable[Future[Outcome]]) -> list[Outcome]:
    """What came of the tasks, once all are done; raises the first failure."""
    return [task.result(PATIENCE) for task in tasks]
