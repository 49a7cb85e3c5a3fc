// A part of the page that stands below the figures: it is put up once they are drawn, which would
// else wait for it. The words come from the server's templates, where every text is escaped.

const FIGURE = '[data-testid="stPlotlyChart"]';
const DRAWN = ".main-svg :is(.point, .textpoint)";
const PATIENCE = 4000;

const shown = new WeakMap(); // by the element that holds them, so that what is folded out stays so

function areDrawn() {
  const figures = [...document.querySelectorAll(FIGURE)];
  return figures.length > 0 && figures.every((figure) => figure.querySelector(DRAWN));
}

export default function ({ data, parentElement }) {
  const html = new TextDecoder().decode(data);
  const since = performance.now();
  let asked = 0;
  const show = () => {
    if (shown.get(parentElement) === html) return;
    // Rules for reading content name the class that Streamlit gives to it.
    parentElement.innerHTML = `<div class="stHtml">${html}</div>`;
    shown.set(parentElement, html);
  };
  const wait = () => {
    if (areDrawn() || performance.now() - since > PATIENCE) asked = setTimeout(show);
    else asked = setTimeout(wait, 50);
  };
  if (shown.has(parentElement)) show();
  else wait();
  return () => clearTimeout(asked);
}
