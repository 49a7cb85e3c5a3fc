// A room that is to listen gets a dark screen: B or the full stop, as on every presenter, and any key
// or a tap brings the picture back and does nothing else.

const STAGE = ".st-key-stage";
const DARKENS = new Set(["b", "."]);
const FIELDS = "input, textarea, select, [contenteditable]";

let curtain = null;

function swallow(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function open() {
  curtain?.remove();
  curtain = null;
}

function darken() {
  const words = document.querySelector("[data-dark]")?.dataset.dark ?? "";
  curtain = document.createElement("div");
  curtain.className = "curtain";
  curtain.setAttribute("role", "status");
  document.querySelector(STAGE).append(curtain);
  const said = document.createElement("p");
  said.className = "hidden";
  curtain.append(said);
  said.textContent = words;
}

function press(event) {
  if (curtain && !curtain.isConnected) curtain = null;
  if (curtain) {
    swallow(event);
    return open();
  }
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const typed = target.closest?.(FIELDS) || ctrlKey || metaKey || altKey;
  if (typed || !DARKENS.has(key.toLowerCase()) || !document.querySelector(STAGE)) return;
  swallow(event);
  darken();
}

function tap(event) {
  if (!curtain?.isConnected) return;
  swallow(event);
  open();
}

export default function () {
  // In front of whatever else listens to keys on the page.
  window.addEventListener("keydown", press, true);
  window.addEventListener("click", tap, true);
  return () => {
    window.removeEventListener("keydown", press, true);
    window.removeEventListener("click", tap, true);
  };
}
