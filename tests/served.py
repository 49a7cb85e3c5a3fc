"""Pages as the server builds them, without a browser: opened, read and pressed."""

from __future__ import annotations

import json
import re

from markup import Part, parse
from servers import ROOT
from streamlit.testing.v1 import AppTest

from explainer.ui.reader import script


def page_at(
    name: str,
    asked: dict[str, str] | None = None,
    *,
    narrow: bool = False,
    **address: str,
) -> AppTest:
    """A page opened at an address by a new reader, through the app's entry script."""
    at = AppTest.from_file(ROOT / "app.py", default_timeout=30)
    at.session_state["narrow"] = narrow
    at.session_state["controls"] = at.session_state["files"] = True
    if name != "overview":
        at.switch_page(script(name))
    at.query_params.update(address | (asked or {}))
    return at.run()


def press(at: AppTest, pressed: object) -> AppTest:
    """Tell the server what was pressed, as ``press.js`` does, or anything else in its place."""
    return tell(at, "pressed", pressed)


def tell(at: AppTest, name: str, value: object) -> AppTest:
    """Send what the page's scripts send under a name."""
    (component,) = [part for part in at.get("bidi_component") if part.key == "scripts"]
    told = at._tree.get_widget_states().widgets
    trigger = told.add(id=f"$$STREAMLIT_INTERNAL_KEY_{component.proto.id}__events")
    trigger.json_trigger_value = json.dumps([{"event": name, "value": value}])
    states = at._tree.get_widget_states()
    del states.widgets[:]
    states.widgets.extend(told)
    return at._run(states)


def sent(at: AppTest) -> str:
    """The HTML of a page, without its stylesheet."""
    parts = [
        str(part.proto.body) if part.type == "html" else part.proto.bytes.decode()
        for part in at.main
        if part.type == "html" or str(part.key).startswith("below-")
    ]
    return "\n".join(part for part in parts if not part.startswith("<style>"))


def html(at: AppTest) -> Part:
    """The HTML of a page as a tree."""
    return parse(sent(at))


def known_to_scripts(at: AppTest) -> dict[str, object]:
    """What the server told the page's scripts."""
    (component,) = [part for part in at.get("bidi_component") if part.key == "scripts"]
    told: list[dict[str, object]] = json.loads(component.proto.json)
    return told[0]


def drawn(at: AppTest) -> dict[str, set[str]]:
    """The ids of the events that each chart of the page draws, by the chart's key."""
    found = {}
    for chart in at.get("plotly_chart"):
        spec = json.loads(chart.proto.spec)
        data = [row[0] for trace in spec["data"] for row in trace.get("customdata", [])]
        found[str(chart.key)] = {name for ids in data for name in ids.split()}
    return found


def words(at: AppTest) -> str:
    """All words of a page: its HTML, and the labels and texts of Streamlit's own parts."""
    found = [html(at).words]
    for part in at.main:
        if part.type != "html":
            texts = (getattr(part, "value", None), getattr(part, "label", None))
            found += [text for text in texts if isinstance(text, str)]
    return re.sub(r"\\(?=\W)", "", "\n".join(found)).replace("\u00a0", " ")
