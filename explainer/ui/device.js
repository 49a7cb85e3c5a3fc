// What a page has to know of the reader's device, and does for it.

const SCREENS = {
  narrow: "(max-width: 1080px)",
  upright: "(max-aspect-ratio: 1/1)",
  squarish: "(max-aspect-ratio: 3/2)",
  taller: "(max-aspect-ratio: 17/10)",
  broad: "(min-aspect-ratio: 2/1)",
};
const FOCUSABLE = "a[href], button, input, summary, [tabindex='0']";

// Plotly takes a finger that touches a figure for the begin of a drag, and the page stands still.
// Kept from Plotly, the finger scrolls and two fingers zoom; a tap arrives as a click all the same.
const keepFromPlotly = (event) => {
  if (event.target.closest?.(".js-plotly-plot")) event.stopPropagation();
};

// What is pressed may be gone or disabled by what it does, and the focus with it: a keyboard would
// begin again at the top of the page. So the focus goes to what is nearest in the same part of it.
function keepFocus() {
  let held = null;

  const hold = ({ target }) => {
    if ("panel" in target.dataset) return; // the script of the page gives it to the next one
    const around = [];
    for (let part = target.parentElement; part; part = part.parentElement) around.push(part);
    held = { target, around, box: target.getBoundingClientRect() };
  };
  const isLost = ({ target }) => !target.isConnected || target.disabled;
  const release = () =>
    setTimeout(() => {
      if (held && !isLost(held) && document.activeElement !== held.target) held = null;
    });
  const place = () => {
    if (held && !isLost(held)) held.box = held.target.getBoundingClientRect();
  };
  const far = (box) => Math.hypot(box.left - held.box.left, (box.top - held.box.top) * 4);
  const restore = () => {
    if (!held?.box || document.activeElement !== document.body || !isLost(held)) return;
    for (const part of held.around) {
      const near = [...(part.isConnected ? part.querySelectorAll(FOCUSABLE) : [])]
        .filter((one) => !one.disabled && one.tabIndex >= 0 && one.checkVisibility())
        .map((one) => ({ one, px: far(one.getBoundingClientRect()) }))
        .sort((a, b) => a.px - b.px);
      if (near.length) return near[0].one.focus({ preventScroll: true });
    }
  };

  const changes = new MutationObserver(restore);
  changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  // Where it stood when it was pressed is asked then, not at each change of the page.
  const listeners = { focusin: hold, focusout: release, keydown: place, pointerdown: place };
  for (const [kind, listen] of Object.entries(listeners)) {
    document.addEventListener(kind, listen, true);
  }
  return () => {
    changes.disconnect();
    for (const [kind, listen] of Object.entries(listeners)) {
      document.removeEventListener(kind, listen, true);
    }
  };
}

// Which form of a figure fits, as far as it is asked for. A sheet of paper is no screen: it gets the form that is drawn already.
function tellForm({ data: [data], setTriggerValue }) {
  const watched = Object.keys(SCREENS).filter((name) => name in data).map((name) => {
    const screen = matchMedia(SCREENS[name]);
    const tell = () => {
      if (!matchMedia("print").matches && screen.matches !== data[name]) {
        setTriggerValue(name, screen.matches);
      }
    };
    screen.addEventListener("change", tell);
    tell();
    return () => screen.removeEventListener("change", tell);
  });
  return () => watched.forEach((end) => end());
}

// Called again at each rerun, without an end to the call before.
let lasting, untell;

export default function (component) {
  const options = { capture: true, passive: true };
  document.addEventListener("touchstart", keepFromPlotly, options);
  lasting ??= keepFocus();
  untell?.();
  untell = tellForm(component);

  return () => {
    document.removeEventListener("touchstart", keepFromPlotly, options);
    lasting?.();
    lasting = undefined;
    untell();
  };
}
