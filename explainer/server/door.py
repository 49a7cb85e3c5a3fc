"""The middleware in front of Streamlit: the painted page, compressed files, previews, a map.

It answers only to what it knows, and only where nothing goes wrong: everything else, websocket and
reserved addresses included, is Streamlit's as it was.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qsl

from anyio import to_thread

from explainer.server import painted, preview, sitemap
from explainer.server.files import Answer, static

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
HOST = re.compile(r"(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::[0-9]{1,5})?", re.IGNORECASE)
"""What may be said as the name of this server; a stranger can write anything there."""
LOG = logging.getLogger(__name__)


class Door:
    """Answers what can be answered before the app has started, and leaves the rest to it."""

    def __init__(self, app: App, base: Callable[[], str]) -> None:
        self._app, self._base = app, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            try:
                answer = await to_thread.run_sync(self._answer, scope)
            except Exception:
                # A reader gets the app all the same, as if nothing stood in front of it.
                LOG.exception("the page before the app could not be painted")
                answer = None
            if answer is not None:
                await _send(answer, scope, send)
                return
        await self._app(scope, receive, send)

    def _answer(self, scope: Scope) -> Answer | None:
        base = f"/{self._base().strip('/')}/".replace("//", "/")
        path = scope["path"]
        if path + "/" == base:
            path = base
        if not path.startswith(base):
            return None
        name = path[len(base) :]
        if name.startswith("static/"):
            return static(name)
        origin = _origin(scope)
        if name.startswith(f"{preview.FOLDER}/"):
            return preview.picture(name)
        if name in sitemap.FILES:
            return sitemap.FILES[name](origin + base)
        asked = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        return painted.page(name, asked, origin + base)


def _origin(scope: Scope) -> str:
    """The address of this server as the reader knows it; empty if it cannot be trusted."""
    said = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    host = said.get("x-forwarded-host", said.get("host", "")).split(",")[0].strip()
    scheme = said.get("x-forwarded-proto", str(scope["scheme"])).split(",")[0].strip()
    if not HOST.fullmatch(host) or scheme not in ("http", "https"):
        return ""
    return f"{scheme}://{host}"


async def _send(answer: Answer, scope: Scope, send: Send) -> None:
    said = dict(scope["headers"])
    accepted = said.get(b"accept-encoding", b"").decode("latin-1")
    body, encoding = await to_thread.run_sync(answer.encoded, accepted)
    headers = answer.headers(encoding)
    known = said.get(b"if-none-match", b"").decode("latin-1")
    status = 304 if headers["etag"] in [tag.strip() for tag in known.split(",")] else 200
    if status == 200:
        headers["content-length"] = str(len(body))
    pairs = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": pairs})
    is_sent = status == 200 and scope["method"] == "GET"
    await send({"type": "http.response.body", "body": body if is_sent else b""})
