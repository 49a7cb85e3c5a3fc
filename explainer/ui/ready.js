// What the browser can check before class: the screen, whether every page answers, the offline copy.
// It is kept while the tab is open, and nowhere else; only the pages of the menu are asked for.

const SHAPES = { "16:9": 16 / 9, "16:10": 16 / 10, "4:3": 4 / 3, "21:9": 21 / 9 };
const NEAR = 0.03; // the part by which a screen may differ from a shape and still have it
const LEAST = 1024; // px of width
const PATIENCE = 10000; // ms until a page counts as one that does not answer
const SIGNS = { good: "✓", waiting: "○" };

let hasCopy = false;
let round = 0; // of the checks: what an earlier one still hears comes too late
let due = 0;

const part = () => document.querySelector("[data-ready]");

function tell(name, outcome, values = {}) {
  const line = part()?.querySelector(`[data-check="${name}"]`);
  if (!line) return;
  const words = line.dataset[outcome].replace(/\{(\w+)\}/g, (_, value) => values[value]);
  const said = [SIGNS[outcome] ?? "!", words];
  [...line.children].forEach((span, at) => {
    if (span.textContent !== said[at]) span.textContent = said[at];
  });
  line.hidden = false;
}

function checkScreen() {
  const { width, height } = screen;
  const near = ([, shape]) => Math.abs(width / height / shape - 1) <= NEAR;
  const shape = Object.entries(SHAPES).find(near)?.[0];
  const outcome = width < LEAST ? "narrow" : shape ? "good" : "shape";
  tell("screen", outcome, { width, height, shape, least: LEAST });
}

// A window has as many px as its frame only if nothing is zoomed; on a phone they always differ.
function checkZoom() {
  if (screen.width < LEAST) return;
  const zoom = Math.round((100 * outerWidth) / innerWidth) * (visualViewport?.scale ?? 1);
  tell("zoom", Math.abs(zoom - 100) <= 4 ? "good" : "zoomed", { zoom: Math.round(zoom) });
}

async function answers(link) {
  try {
    const options = { mode: "same-origin", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) };
    return (await fetch(link.href, options)).ok;
  } catch {
    return false;
  }
}

async function checkPages() {
  const mine = ++round;
  const links = [...document.querySelectorAll(".st-key-page .menu a")];
  tell("pages", "waiting", { all: links.length });
  const found = await Promise.all(links.map(answers));
  if (mine !== round) return;
  const missing = links.filter((_, at) => !found[at]).map((link) => link.textContent);
  const values = { all: links.length, pages: missing.join(", ") };
  tell("pages", missing.length ? "missing" : "good", values);
}

function checkCopy() {
  tell("copy", hasCopy ? "good" : "waiting");
  const box = part()?.querySelector("[data-has-copy]");
  if (box) box.checked = hasCopy;
}

function checkHere() {
  checkScreen();
  checkZoom();
  checkCopy();
}

const isOpen = () => part()?.closest("details").open;

// Whoever looks at the list is told; nobody else has the pages asked for.
function begin() {
  if (!isOpen() || !part().hidden) return;
  part().hidden = false;
  checkHere();
  checkPages();
}

function press({ target }) {
  if (target.closest?.('[class*="st-key-download-index"]')) {
    hasCopy = true;
    checkCopy();
  } else if (target.closest?.("[data-check-again]")) {
    checkHere();
    checkPages();
  }
}

function tick({ target }) {
  if (!target.matches?.("[data-has-copy]")) return;
  hasCopy = target.checked;
  checkCopy();
}

function measure() {
  clearTimeout(due);
  due = setTimeout(() => isOpen() && checkHere(), 200);
}

let ending = () => {};

export default function () {
  ending();
  const changes = new MutationObserver(begin);
  changes.observe(document.body, { childList: true, subtree: true });
  // That a fold was opened is told to itself alone, and to whoever listens on the way to it.
  document.addEventListener("toggle", begin, true);
  document.addEventListener("click", press);
  document.addEventListener("change", tick);
  addEventListener("resize", measure);
  begin();
  ending = () => {
    changes.disconnect();
    clearTimeout(due);
    document.removeEventListener("toggle", begin, true);
    document.removeEventListener("click", press);
    document.removeEventListener("change", tick);
    removeEventListener("resize", measure);
  };
  return ending;
}
