// A figure that is drawn anew is empty for a moment. Until it is there again, the picture of it as
// it was stands in its place, so that a step changes what is seen at once and only once.

const READING = ".st-key-reading";
const PLOT = ".js-plotly-plot";
const DRAWN = ".main-svg .textpoint text";
const PATIENCE = 4000; // ms; what is not drawn by then does not come

let picture = null; // of the last figure: itself, where it stood, and on which page
let held = null;
let due = 0;

function take() {
  due = 0;
  const reading = document.querySelector(READING);
  const plot = reading?.querySelector(PLOT);
  if (!plot?.querySelector(DRAWN)) return;
  const [around, box] = [reading, plot].map((part) => part.getBoundingClientRect());
  const copy = plot.cloneNode(true);
  copy.className = "picture";
  picture = { copy, left: box.left - around.left, top: box.top - around.top, on: document.title };
}

function letGo() {
  held?.remove();
  held = null;
}

function look() {
  const reading = document.querySelector(READING);
  if (reading?.querySelector(`${PLOT} ${DRAWN}`)) {
    letGo();
    due ||= setTimeout(take, 150);
  } else if (reading && picture?.on === document.title && !held?.isConnected) {
    const mine = document.createElement("div");
    mine.className = "st-key-chart-held";
    mine.setAttribute("aria-hidden", "true");
    mine.style.left = `${picture.left}px`;
    mine.style.top = `${picture.top}px`;
    mine.append(picture.copy.cloneNode(true));
    reading.append(mine);
    held = mine;
    setTimeout(() => held === mine && letGo(), PATIENCE);
  }
}

export default function () {
  const changes = new MutationObserver(look);
  changes.observe(document.body, { childList: true, subtree: true });
  look();
  return () => {
    changes.disconnect();
    clearTimeout(due);
    due = 0;
  };
}
