// Reading content is plain HTML. What is pressed in it opens at once, and is told to the server, so
// that address and figure follow. One script serves the whole page.

const PRESSED =
  "button:is([data-event], [data-step], [data-present], [data-copy]), a[data-page], a[href^='#']";

let tell = () => {};
let tellAloud = () => {};
let linked = location.hash.slice(1); // where the address points with which the tab was opened
let isNew = true; // whether the tab was just opened: an open event is then gone to
let from = null; // the line that opened the event, by its part of the page and its first event
let awaited = null; // the way in an open event that is to have the focus, or "" for the event
let asked = ""; // the event that was pressed: another one that is still open does not get the focus
const said = new Map();

const opened = () => document.querySelector(".st-key-event:not(#painted *)");
const kept = (event) => document.querySelector(`[data-store] > [data-panel="${CSS.escape(event)}"]`);
const lineOf = ({ part, event }) => {
  const lines = document.querySelector(`[data-origin="${CSS.escape(part)}"]:not(#painted *)`);
  return lines?.querySelector(`button[aria-expanded][data-event="${CSS.escape(event)}"]`);
};

// Whatever folds a part away is unfolded.
function unfold(part) {
  for (let fold = part.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
  }
}

// The open event stands beside its mark, in the place of the step's words: as it is kept on the page
// at once, and then as the server sends it, in the very same place. A page keeps only so many: what
// it does not have comes from the server, and until then what is there stays.
function show(event) {
  const place = document.querySelector(".beside");
  const panel = event && kept(event)?.cloneNode(true);
  if (!place || (event && !panel)) return;
  opened()?.remove();
  if (!panel) return;
  panel.classList.add("st-key-event");
  panel.dataset.copy = "";
  place.append(panel);
}

function open(button) {
  const { event: name, way } = button.dataset;
  const isOpen = button.getAttribute("aria-expanded") === "true";
  const event = isOpen ? "" : name;
  const part = button.closest("[data-origin]")?.dataset.origin;
  if (part && !button.closest(".st-key-event")) from = { part, event: name };
  show(event);
  asked = event;
  awaited = event ? (way ?? "") : null;
  settle();
  if (!event) goBack();
  tell({ event });
}

// To the line that opened the event, wherever on the page that is.
function goBack() {
  const line = from && lineOf(from);
  from = null;
  if (!line) return;
  unfold(line);
  line.scrollIntoView({ block: "center" });
  line.focus({ preventScroll: true });
}

// Lines say whether their event is open, and the event has the focus until something else gets it.
function settle() {
  const panel = opened();
  for (const button of document.querySelectorAll("button[data-event][aria-expanded]")) {
    const expanded = String(button.dataset.event === panel?.dataset.panel);
    if (button.getAttribute("aria-expanded") !== expanded) {
      button.setAttribute("aria-expanded", expanded);
    }
  }
  // Under the page that is painted before the app nothing can have the focus yet.
  if (!panel || panel.closest("[inert]")) return;
  if (isNew && !linked) awaited = "";
  isNew = false;
  const holds = panel.contains(document.activeElement);
  if (awaited === null || holds || (asked && asked !== panel.dataset.panel)) return;
  const way = awaited && panel.querySelector(`button[data-way="${awaited}"]`);
  if (!("copy" in panel.dataset)) awaited = null;
  panel.tabIndex = -1;
  (way || panel).focus({ preventScroll: true });
  const { top, bottom } = panel.getBoundingClientRect();
  const isFixed = getComputedStyle(panel).position === "fixed";
  if (!isFixed && (top < 0 || top > innerHeight - 100 || bottom < 0)) {
    document.querySelector(".st-key-reading, .st-key-whole")?.scrollIntoView({ block: "start" });
  }
}

function goTo(id) {
  const place = document.getElementById(id);
  if (!place || place.closest("[inert], #painted")) return false;
  unfold(place);
  place.tabIndex = -1;
  place.scrollIntoView({ block: "start" });
  place.focus({ preventScroll: true });
  return true;
}

// The code that puts what is seen into a page of a course site, under the page's title.
function embedded(title) {
  const address = new URL(location.href);
  address.searchParams.set("embed", "true");
  const frame = document.createElement("iframe");
  const look = { src: address.href, title, width: "100%", height: "820", loading: "lazy", style: "border: 0" };
  for (const [name, value] of Object.entries(look)) frame.setAttribute(name, value);
  return frame.outerHTML;
}

// Where the address may not be copied by a script, it is shown and selected.
async function copyAddress(button) {
  const copied = "embed" in button.dataset ? embedded(button.dataset.embed) : location.href;
  try {
    await navigator.clipboard.writeText(copied);
    tellAloud(button.dataset.copy);
  } catch {
    const field = document.createElement("input");
    field.readOnly = true;
    field.value = copied;
    field.setAttribute("aria-label", button.textContent);
    button.after(field);
    field.select();
    field.addEventListener("blur", () => field.remove());
  }
}

// What was asked for may still be on its way.
function arrive(id, tries = 600) {
  if (id && !goTo(id) && tries) setTimeout(arrive, 100, id, tries - 1);
}

function press(event) {
  isNew = false;
  const pressed = event.target.closest?.(PRESSED);
  const { dataset } = pressed ?? {};
  if (!dataset || event.defaultPrevented) return;
  if ("event" in dataset) {
    open(pressed);
  } else if ("step" in dataset) {
    tell({ step: Number(dataset.step) });
  } else if ("present" in dataset) {
    tell({ step: Number(dataset.present), present: true });
  } else if ("copy" in dataset) {
    copyAddress(pressed);
  } else if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return; // a tab or window of its own
  } else if ("page" in dataset) {
    event.preventDefault();
    const { page, query, arrive } = dataset;
    tell({ page, query, arrive });
  } else if (goTo(decodeURIComponent(pressed.hash.slice(1)))) {
    event.preventDefault();
  }
}

// Escape closes the open event.
function leave(event) {
  const close = event.key === "Escape" && opened()?.querySelector("[data-way=close]");
  if (close) open(close);
}

// A reader who has gone on from the open event is not called back to it.
function forget({ target }) {
  if (!target.closest(".st-key-event")) awaited = null;
}

// What an action led to is said aloud when its words change, not when they first appear.
function say() {
  for (const { dataset } of document.querySelectorAll("[data-status]:not([data-store] *)")) {
    const { status, words } = dataset;
    if (said.get(status) === words) continue;
    if (said.has(status)) tellAloud(words);
    said.set(status, words);
  }
}

let ending = () => {};

export default function ({ data: [data], parentElement, setTriggerValue }) {
  ending();
  tell = (pressed) => setTriggerValue("pressed", pressed);
  let region = parentElement.querySelector("[role=status]");
  if (!region) {
    region = document.createElement("p");
    region.setAttribute("role", "status");
    region.className = "hidden";
    parentElement.append(region);
  }
  tellAloud = (words) => {
    region.textContent = words;
  };
  let due = 0;
  const look = () => {
    due ||= requestAnimationFrame(() => {
      due = 0;
      settle();
      say();
    });
  };
  const changes = new MutationObserver(look);
  changes.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("click", press);
  document.addEventListener("keydown", leave);
  document.addEventListener("focusin", forget);
  look();
  arrive(data.arrive || linked);
  linked = "";
  ending = () => {
    changes.disconnect();
    cancelAnimationFrame(due);
    document.removeEventListener("click", press);
    document.removeEventListener("keydown", leave);
    document.removeEventListener("focusin", forget);
  };
  return ending;
}
