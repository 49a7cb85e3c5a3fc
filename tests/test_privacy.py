"""Nothing about a reader leaves the server, is kept, or can be made to do anything."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import axe
import pytest
from browser import READY, Requests, sideways, wait_until_drawn
from folders import BRIEF, fresh
from playwright.sync_api import Browser, BrowserContext, Dialog, expect
from served import html, page_at, sent
from servers import ROOT, Server, free_port
from streamlit import config

from explainer.checks import loader
from explainer.figures.palette import CONFIG
from explainer.reading import words
from explainer.reading.words import TEMPLATES
from explainer.takeaway.stylesheet import TEMPLATES as PAPER

EXPLAINER = loader.load(BRIEF)
PAGES = EXPLAINER.about.pages
EVENT = "vote-2024"

# ------------------------------------------------------------------ settings

SETTINGS = tomllib.loads(CONFIG.read_text("utf-8"))


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("browser.gatherUsageStats", False),
        ("browser.serverAddress", "localhost"),
        ("client.showErrorDetails", "none"),
        ("client.showErrorLinks", False),
        ("client.showSidebarNavigation", False),
        ("client.toolbarMode", "viewer"),
        ("runner.magicEnabled", False),
        ("runner.postScriptGC", False),
        ("server.enableCORS", True),
        ("server.enableStaticServing", False),
        ("server.enableXsrfProtection", True),
        ("server.fileWatcherType", "none"),
        ("server.folderWatchList", ["content"]),
        ("server.runOnSave", True),
        ("server.showEmailPrompt", False),
    ],
)
def test_a_setting_is_what_was_decided(setting: str, value: object) -> None:
    section, name = setting.split(".")
    assert SETTINGS[section][name] == value


def test_every_setting_is_one_that_streamlit_knows() -> None:
    """Streamlit passes over a name that it does not know."""
    known = set(config.get_config_options())
    found = {
        f"{section}.{name}"
        for section, settings in SETTINGS.items()
        for name, value in settings.items()
        if not isinstance(value, dict)
    }
    assert found <= known


# ------------------------------------------------------------------ what the code may not do

APP = sorted(
    [
        ROOT / "app.py",
        ROOT / "overview.py",
        *(ROOT / "pages").glob("*.py"),
        *(ROOT / "explainer/ui").glob("*"),
    ]
)
SCRIPTS = [path for path in APP if path.suffix == ".py"]
JAVASCRIPT = sorted(
    [*(path for path in APP if path.suffix == ".js"), words.QUIZ], key=lambda path: path.stem
)
PAGE_TEMPLATES = sorted([*TEMPLATES.glob("*.html"), *PAPER.glob("*.html")])


def test_there_is_one_script_a_purpose() -> None:
    assert [path.stem for path in JAVASCRIPT] == [
        *("below", "device", "hold", "lost", "place", "press", "quiz", "ready", "stage", "swipe")
    ]


@pytest.mark.parametrize("path", JAVASCRIPT, ids=lambda path: path.stem)
def test_a_script_asks_for_nothing_keeps_nothing_and_writes_no_markup(path: Path) -> None:
    """One may read the address: to be copied, and where it points to. One puts up the server's."""
    said = re.sub("//.*", "", path.read_text("utf-8"))
    said, read = re.subn(r"location\.(href(?! *=[^=])|hash\.slice)", "", said)
    assert bool(read) is (path.stem == "press")
    said, put = re.subn(r"\.innerHTML = `<div class=.stHtml.>\$\{html\}</div>`;", "", said)
    assert bool(put) is (path.stem == "below")
    said, copied = re.subn(r"return frame\.outerHTML;", "", said)
    assert bool(copied) is (path.stem == "press"), "the code to copy, for other pages"
    said, posted = re.subn(r"channel\.postMessage\(", "", said)
    assert bool(posted) is (path.stem == "stage"), "within the browser, to the speaker's page"
    said, answered = re.subn(r"await fetch\(link\.href, options\)", "", said)
    assert bool(answered) is (path.stem == "ready"), "the pages of the menu, whether they answer"
    assert ('mode: "same-origin"' in said) is (path.stem == "ready")
    assert not re.findall(
        r"fetch|XMLHttp|WebSocket|Beacon|Storage|cookie|import|eval|Function|HTML|location|history"
        r"|indexedDB|caches|\.open\(|postMessage|\.src\b|\.href *=[^=]",
        said,
    )


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_page_is_made_without_scripts_or_markup_of_its_own(path: Path) -> None:
    """No raw HTML but the stylesheet and what templates word; scripts by one door; one menu."""
    tree = ast.parse(path.read_text("utf-8"))
    door = path.name == "component.py"
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword):
            assert node.arg not in ("unsafe_allow_html", "unsafe_allow_javascript")
        if isinstance(node, ast.Attribute):
            assert door or node.attr != "components"
            assert node.attr not in ("iframe", "navigation", "Page", "login", "image")
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "html":
            assert ast.unparse(node.args[0]).startswith(WORDED[path.stem])
        if isinstance(node, ast.Import | ast.ImportFrom):
            assert door or "components" not in ast.unparse(node)


WORDED = {"frame": "f'<style>{", "reader": "Html(html)", "report": "worded(error, "}
"""What each module that sends HTML sends."""


def test_what_the_reader_sends_is_worded_by_a_template() -> None:
    """At once, or put up by the browser below the figures: there nothing but this is put up."""
    source = (ROOT / "explainer/ui/reader.py").read_text("utf-8")
    assert source.count("Html(") == 2, "a class, and one use of it"
    assert len(re.findall(r"\b_below\(", source)) == source.count("data=html.encode())") == 1
    given = [line.strip() for line in source.splitlines() if re.match(r" +html\b.*=", line)]
    assert given == ["html = self.words(macro, *values)"] * 2
    others = [path.stem for path in SCRIPTS if '"below"' in path.read_text("utf-8")]
    assert others == ["reader"]


@pytest.mark.parametrize("path", PAGE_TEMPLATES, ids=lambda path: path.name)
def test_a_template_escapes_everything_and_runs_nothing(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.findall(r"\|\s*safe\b|autoescape|Markup|\bon\w+=|<iframe|<object|<embed", text)
    assert re.findall(r"<script[^>]*>", text) == SCRIPTS_IN.get(path.name, [])


SCRIPTS_IN = {
    "handout.html": ['<script type="application/gzip" id="packed">', '<script type="module">']
}
"""The offline copy has one script, and what it unpacks."""


def test_html_that_is_put_together_in_code_is_filled_in_and_never_joined() -> None:
    """``Markup.format`` escapes what it is given; a text that is joined before it would not be."""
    made = []
    for path in (ROOT / "explainer").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Markup":
                (given,) = node.args
                if not isinstance(given, ast.Constant):
                    made.append(f"{path.name}: {ast.unparse(given)}")
    assert sorted(made) == sorted(TRUSTED)


TRUSTED = [
    "catalogue.py: text",
    "handout.py: (TEMPLATES / 'handout.js').read_text('utf-8')",
    "handout.py: quiz",
    "head.py: _linked_data(seen, title, description, url)",
    "handout.py: stylesheet.handout(explainer.about.title)",
    "handouts.py: stylesheet.two_pages()",
    "markdown.py: direction.isolated(_reader().renderInline(text), text)",
    "markdown.py: reader.renderer.render(tokens, reader.options, {})",
    "plates.py: feet",
    "plates.py: heads",
    "svg.py: drawing",
    "ways.py: ' aria-current=\"step\"' if here else ''",
]
"""Texts that are HTML as they are: our own, and those that were made safe just before."""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_nothing_and_links_only_to_itself_and_the_web(name: str) -> None:
    page = html(page_at(name, scope="afterwards", event=EVENT))
    assert not {part.tag for part in page.every()} & {"script", "img", "iframe", "object", "link"}
    names = {attribute for part in page.every() for attribute in part.has}
    assert not [one for one in names if one.startswith("on") or one in ("style", "src", "srcset")]
    for link in page.all("a"):
        assert "data-page" in link.has or re.match(r"#[a-z]|https?://|mailto:", link.has["href"])


@pytest.mark.parametrize(
    "path",
    [path for path in APP if path.suffix in (".py", ".css", ".svg", ".js")]
    + sorted(TEMPLATES.iterdir()),
    ids=lambda path: path.name,
)
def test_a_page_names_no_file_of_another_host(path: Path) -> None:
    said = path.read_text("utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.findall(r"<script|javascript:|@import|url\(|https?://", said)


# ------------------------------------------------------------------ requests and what is kept


@pytest.mark.browser
def test_no_page_asks_another_host_and_the_browser_keeps_nothing_of_a_reader(
    server: str, browser: Browser, tmp_path: Path
) -> None:
    """Through all pages, an open event, an answer, filters, presenting, and the offline copy."""
    context = browser.new_context()
    page = context.new_page()
    requests = Requests(page)
    page.goto(f"{server}/?event={EVENT}&scope=afterwards")
    wait_until_drawn(page)
    for name in PAGES[1:]:
        page.locator(f".st-key-menu a[data-page={name}]").click()
        page.wait_for_url(f"{server}/{name}?scope=afterwards")
        wait_until_drawn(page)
    page.goto(f"{server}/limits?present=1")
    wait_until_drawn(page)
    page.keyboard.press("n")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile("step=2"))
    page.keyboard.press("Escape")
    page.locator(".st-key-events button[data-event]:visible").first.click()
    page.locator(".st-key-event").wait_for()
    question = page.locator("[class*=st-key-question-]").last
    question.locator("label").nth(1).click()
    question.get_by_role("button", name="Check my answer").click()
    expect(question.locator(".given:visible")).to_have_count(1)
    page.locator("button[data-copy]:not([data-embed])").click()
    page.locator(".st-key-controls summary").click()
    page.locator(".st-key-controls").get_by_text(EXPLAINER.about.scopes.brief).click()
    page.wait_for_url(re.compile("scope=brief"))
    page.locator(".st-key-menu a[data-page=seminar]").click()
    page.locator(".scores input").first.check()
    wait_until_drawn(page)
    assert {cookie.get("name") for cookie in context.cookies()} <= {"_streamlit_xsrf"}
    kept = page.evaluate(
        "async () => [Object.keys(localStorage), Object.keys(sessionStorage), await caches.keys(),"
        " await indexedDB.databases(), await navigator.serviceWorker.getRegistrations()]"
    )
    assert all(key.startswith("stActiveTheme-") for key in kept[0])
    assert kept[1:] == [[], [], [], []]
    with page.expect_download() as download:
        page.locator("[class*=st-key-download-index] button").click()
    copy = tmp_path / "index.html"
    download.value.save_as(copy)
    page.goto(copy.as_uri())
    page.locator("#figure-overview svg text").first.wait_for()
    page.locator("#figure-sources").scroll_into_view_if_needed()
    page.locator("#figure-sources svg text").first.wait_for()
    asked = [address for address in requests.elsewhere(server) if address != copy.as_uri()]
    assert asked == []
    assert requests.errors == []
    assert any(address.startswith("ws://") for address in requests.addresses)
    context.close()


# ------------------------------------------------------------------ hostile addresses

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "picture": '"><img src=x onerror=alert(1)>',
    "Markdown": "![x](https://example.org/x.png) [x](javascript:alert(1)) $$x$$ :material/home:",
    "long": "x" * 100_000,
    "nested": "[" * 20_000 + "]" * 20_000,
    "braces": "{{7*7}}${7*7}{0.__class__}%s%n",
    "control characters": "\x00\x01\x1b[31m\r\n\u2028\x7f",
    "right to left": "\u202e\u2066\u061c txt",
    "stacked accents": "a" + "\u0301" * 5_000,
    "many values": ",".join(f"actor-{number}" for number in range(5_000)),
    "path": "../../../../etc/passwd",
    "broken code": "%FF%FE%00%",
    "number": "9" * 5_000,
}


def shown(name: str, address: dict[str, str]) -> tuple[list[str], str]:
    """The notices on a page, and everything else that it shows."""
    at = page_at(name, address)
    assert not at.exception
    notices = [notice.words for notice in html(at).all(class_="notice")]
    rest = re.sub('<p class="notice".*?</p>', "", sent(at))
    widgets = [
        f"{node.type} {getattr(node, 'value', '')} {getattr(node, 'label', '')}"
        for node in at.main
        if node.type != "html"
    ]
    return notices, "\n".join([rest, *widgets])


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_address_changes_nothing(value: str) -> None:
    """The page is the usual one, under five short notices that repeat nothing raw."""
    usual, page = shown("limits", {})
    assert not usual
    names = ("event", "scope", "actors", "step", "present", "unknown", "__proto__", "event[]")
    notices, hostile = shown("limits", dict.fromkeys(names, value))
    assert hostile == page
    assert len(notices) <= 5
    for notice in notices:
        assert len(notice) < 160
        assert not set(notice.replace("present=1", "")) & set("<>[](){}*_`~$#|\\!&@/\n\r\x00")


@pytest.mark.parametrize(("many", "step"), [(1, 2), (500, 2), (5_000, 1)])
def test_of_a_parameter_given_many_times_the_last_one_counts(many: int, step: int) -> None:
    """Of thousands none does: Streamlit reads no address that long."""
    at = page_at("limits")
    at.query_params["step"] = ["4", *["x"] * many, "2"]
    at.run()
    assert not at.exception
    assert html(at).all("h2")[0].words == EXPLAINER.limits.steps[step - 1].title


@pytest.mark.browser
def test_a_hostile_address_runs_nothing_in_a_browser(server: str, context: BrowserContext) -> None:
    value = "%3Cimg%20src=x%20onerror=alert(1)%3E%00%1B%E2%80%AE%FF%"
    names = ("event", "scope", "actors", "step", "present", "__proto__", "toString")
    once = "&".join(f"{name}={value}" for name in names)
    many = "&".join("step=9" for _ in range(500))
    page = context.new_page()
    requests, dialogs = Requests(page), list[str]()

    def told(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", told)
    page.goto(f"{server}/limits?{many}&{once}&%&=&&[[[]]]")
    wait_until_drawn(page)
    notices = page.locator(".st-key-page .notice").all_inner_texts()
    assert len([notice for notice in notices if "“" in notice]) == 4
    assert len(notices) == 5
    assert max(map(len, notices)) < 160
    expect(page.locator(".st-key-steps h2")).to_have_text(EXPLAINER.limits.steps[0].title)
    assert page.locator(".st-key-page img").count() == 0
    assert dialogs == []
    assert requests.errors == []
    assert requests.elsewhere(server) == []


# ------------------------------------------------------------------ faults

SECRET = "what-nobody-may-read"
BROKEN = f"""
import sys
from explainer import figures
from explainer.reading import wording
def broken(*given, **named):
    raise KeyError("{SECRET}")
wording.count = broken
draw = figures.draw
figures.draw = lambda name, *more: broken() if name == "limits" else draw(name, *more)
from streamlit.web.cli import main
main()
"""
"""The app, in which every list of events fails, and one figure."""


@pytest.mark.browser
def test_a_fault_is_told_plainly_and_logged_and_the_report_is_for_everybody(
    tmp_path: Path, context: BrowserContext
) -> None:
    """The rest of the page stands; no traceback, no path; then the same server reports content."""
    content, port, log = fresh(tmp_path), free_port(), tmp_path / "log.txt"
    command = [sys.executable, "-c", BROKEN, "run", "app.py", "--server.headless=true"]
    where = ["--server.address=127.0.0.1", f"--server.port={port}"]
    broken = Server([*command, *where], log, port, EXPLAINER_CONTENT=str(content))
    with broken as server:
        page = context.new_page()
        for name, faults in (("", 1), ("limits", 2)):
            page.goto(f"{server.address}/{name}")
            page.locator(".st-key-foot").wait_for()
            page.wait_for_selector(READY)
            alerts = page.get_by_role("alert")
            expect(alerts).to_have_count(faults)
            assert all(said.startswith("Sorry: something") for said in alerts.all_inner_texts())
            assert not re.findall(f"Traceback|KeyError|{SECRET}|{ROOT}", page.content())
            assert ".py" not in page.locator("body").inner_text()
            assert axe.faults(page, ".stMain") == []
        assert server.said.count("Traceback") == 5, "the page painted before fails as well"
        assert SECRET in server.said
        (content / "actors.yaml").write_text("- id: 1\n  name: [", "utf-8")
        page.set_viewport_size({"width": 320, "height": 900})
        page.goto(server.address)
        page.locator(".st-key-report").first.wait_for()
        page.wait_for_selector(READY)
        assert sideways(page) == []
        assert axe.faults(page) == []
        assert "Traceback" not in page.content()
