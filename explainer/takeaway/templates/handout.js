// Draws a figure when it comes near the screen or goes to paper; a mark leads to its event.
"use strict";

const plates = JSON.parse(document.getElementById("plates").textContent);
const small = matchMedia("(max-width: 1080px)");
const settings = { displayModeBar: false, doubleClick: false, showTips: false };

function draw(place) {
  const form = small.matches ? "narrow" : "wide";
  const { data, layout } = plates[place.dataset.plate][form];
  place.dataset.form = form;
  Plotly.newPlot(place, data, layout, { ...settings, responsive: true });
  place.on("plotly_click", ({ points }) => lead(String(points[0].customdata ?? "").split(" ")));
}

function drawForPaper() {
  for (const place of document.querySelectorAll(".chart.sheet:empty")) {
    const { data, layout } = plates[place.dataset.plate].print;
    const width = Number(getComputedStyle(place).getPropertyValue("--sheet"));
    Plotly.newPlot(place, data, { ...layout, width }, { ...settings, staticPlot: true });
  }
}

// A mark that stands for several events leads to the one after the last it led to.
function lead(ids) {
  const at = ids.indexOf(location.hash.replace("#event-", ""));
  const id = ids[(at + 1) % ids.length];
  if (id) location.hash = `event-${id}`;
}

function reveal() {
  const target = document.getElementById(location.hash.slice(1));
  const closed = target?.closest("details:not([open])");
  if (!closed) return;
  closed.open = true;
  target.scrollIntoView();
}

const near = new IntersectionObserver(
  (seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      draw(target);
    }
  },
  { rootMargin: "600px" },
);

for (const place of document.querySelectorAll(".chart.screen")) near.observe(place);
small.addEventListener("change", () => {
  for (const place of document.querySelectorAll(".chart.screen[data-form]")) draw(place);
});
addEventListener("beforeprint", drawForPaper);
matchMedia("print").addEventListener("change", ({ matches }) => matches && drawForPaper());
addEventListener("hashchange", reveal);
reveal();
