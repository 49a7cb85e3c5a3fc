// The painted page goes when the app's own page stands in the same place with its figure drawn.
// Until then the app is out of reach, so that nothing is read or pressed twice.
(() => {
  const painted = document.getElementById("painted");
  const root = document.getElementById("root");
  const STAGES = ".st-key-stage, .st-key-speaker, .st-key-report, [data-testid='stException']";
  const PRESSED = "a[href], button, summary";
  const TICK = 80; // ms

  // The theme that the reader has chosen in the app's menu, before the system's.
  const kept = Object.keys(localStorage).find((key) => key.startsWith(`stActiveTheme-${location.pathname}-`));
  const chosen = kept && localStorage.getItem(kept)?.match(/dark|light/i)?.[0].toLowerCase();
  if (chosen) painted.style.colorScheme = chosen;

  // The app's own scripts would keep the browser from showing the page: it is shown first.
  const loads = document.getElementById("loads");
  const load = () => document.head.append(document.importNode(loads.content, true));
  if (document.hidden) load();
  else requestAnimationFrame(() => setTimeout(load));

  root.inert = true;
  const folds = new Map([...painted.querySelectorAll("details")].map((fold) => [fold, fold.open]));
  const scroller = painted.querySelector("[data-testid='stMain']");
  const words = (part) => part.textContent.trim();
  const summary = (fold) => words(fold.querySelector("summary"));

  function isThere() {
    if (root.querySelector(STAGES)) return true;
    const page = root.querySelector(".st-key-page");
    if (!page?.querySelector(".st-key-foot")) return false;
    const isDone = root.querySelector("[data-test-script-state='notRunning']");
    const charts = [...page.querySelectorAll(".st-key-reading, .st-key-whole")];
    const texts = charts.flatMap((part) => [...part.querySelectorAll(".js-plotly-plot svg text")]);
    if (texts.some((text) => text.checkVisibility())) return true;
    return Boolean(isDone && charts.length && !page.querySelector("[class*='st-key-chart-']"));
  }

  // What was scrolled, opened and reached stays so.
  function handOver() {
    const [left, top] = [scroller.scrollLeft, scroller.scrollTop];
    const held = painted.contains(document.activeElement) ? document.activeElement : null;
    const opened = [...folds].filter(([fold, was]) => fold.open !== was);
    painted.remove();
    root.inert = false;
    for (const [fold] of opened) {
      const twin = [...root.querySelectorAll("details")].find((one) => summary(one) === summary(fold));
      if (twin) twin.open = fold.open;
    }
    root.querySelector("[data-testid='stMain']")?.scrollTo(left, top);
    // Where nothing is to be scrolled, the row at the top still has to see where one is.
    document.dispatchEvent(new Event("scroll"));
    if (!held) return;
    const twin = held.dataset.twin
      ? root.querySelector(`.st-key-go-${held.dataset.twin} button`)
      : [...root.querySelectorAll(PRESSED)].find((one) => words(one) === words(held));
    twin?.focus({ preventScroll: true });
  }

  // It has to stand still for a moment: a figure is drawn once more when its place is known.
  let stood = 0;
  const waiting = setInterval(() => {
    stood = isThere() ? stood + 1 : 0;
    if (stood < 3) return;
    clearInterval(waiting);
    handOver();
  }, TICK);
})();
