// The offline copy with a script: a step at a time beside its figure, events opened where their mark
// is, a stage for a room, filters, questions that answer, a search. Without it the copy reads as paper.

const NARROW = matchMedia("(max-width: 1080px)");
const PRINT = matchMedia("print");
const FIELDS = "input, textarea, select";
const FAR = 60; // px that a finger goes to the side to turn a step
const NEAR = 22; // px from the middle of a mark that still mean it
const find = (what, where = document) => where.querySelector(what);
const all = (what, where = document) => [...where.querySelectorAll(what)];
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const idsOf = (mark) => (mark.dataset.events ?? mark.dataset.names).split(" ");

let packed = null; // figures, words and controls, once they are unpacked

async function unpack() {
  const bytes = Uint8Array.from(atob(find("#packed").textContent), (sign) => sign.charCodeAt(0));
  const unzipped = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unzipped).json();
}

const sheet = (name) => packed.sheets[name].map((at) => packed.parts[at]).join("");

function control(name) {
  const held = document.createElement("template");
  held.innerHTML = packed.controls[name];
  return held.content;
}

function tell(place, values) {
  const words = fill(place.dataset.words, values);
  if (place.textContent !== words) place.textContent = words;
}

// Where one is stands in the address, so that it can be kept; where a host forbids it, it does not.
function note(place) {
  try {
    history.replaceState(null, "", `#${place}`);
  } catch {
    // A frame without an address of its own.
  }
}

// ------------------------------------------------------------------ steps

let paths = [];

class Path {
  constructor(place) {
    this.place = place;
    ({ page: this.page, menu: this.menu } = place.dataset);
    this.steps = all(".steps > li", place);
    place.append(control("path"));
    const names = find(".all-steps ol", place);
    for (const step of this.steps) {
      const link = document.createElement("a");
      link.href = `#${step.id}`;
      link.textContent = find("h4", step).textContent;
      names.append(document.createElement("li"));
      names.lastChild.append(link);
    }
    place.addEventListener("click", ({ target }) => {
      const way = target.closest("button")?.dataset.way;
      if (way === "present") present(this, this.at);
      else if (way === "back" || way === "next") this.turn(way === "next" ? 1 : -1);
    });
    this.show(1);
    place.classList.add("live");
  }

  show(at) {
    this.at = at;
    if (opened?.path === this) close({ back: false });
    for (const [index, step] of this.steps.entries()) {
      step.toggleAttribute("aria-current", index + 1 === at);
      if (index + 1 === at) step.setAttribute("aria-current", "step");
    }
    for (const [index, link] of all(".all-steps a", this.place).entries()) {
      if (index + 1 === at) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    this.draw();
    tell(find("[role=status]", this.place), { at, last: this.steps.length });
    for (const [way, by] of [["back", -1], ["next", 1]]) {
      const button = find(`[data-way=${way}]`, this.place);
      const there = this.beyond(by);
      button.textContent = there?.path === this || !there
        ? button.dataset.words : fill(button.dataset.there, { menu: there.path.menu });
      button.hidden = !there;
    }
  }

  draw() {
    const form = NARROW.matches ? "pocket" : "step";
    find(".picture", this.place).innerHTML = sheet(`${form}/${this.page}-step-${this.at}`);
  }

  // The step before or after, on the page before or after if there is none here.
  beyond(by) {
    const at = this.at + by;
    if (this.steps[at - 1]) return { path: this, at };
    const path = paths[paths.indexOf(this) + by];
    return path && { path, at: by > 0 ? 1 : path.steps.length };
  }

  turn(by) {
    const there = this.beyond(by);
    if (!there) return;
    there.path.show(there.at);
    note(there.path.steps[there.at - 1].id);
    if (there.path !== this) there.path.arrive();
  }

  arrive() {
    this.place.scrollIntoView({ block: "start" });
    const title = find("h4", this.steps[this.at - 1]);
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }

  get isInView() {
    const { top, bottom } = this.place.getBoundingClientRect();
    return top < innerHeight * 0.6 && bottom > innerHeight * 0.4;
  }
}

// ------------------------------------------------------------------ events

let opened = null; // the open event: its panel, the figure and path that it is in, its id, its mark

const shownIn = (figure) => {
  const ids = new Set(all("a[data-events]:not(.out)", figure).flatMap(idsOf));
  return all("[data-scope]").map((event) => event.id.slice("event-".length)).filter((id) => ids.has(id));
};

function open(id, figure, pressed) {
  if (opened) close({ back: false });
  const panel = control("opened").firstElementChild;
  const event = document.getElementById(`event-${id}`);
  const path = paths.find(({ place }) => place.contains(figure));
  const ids = shownIn(figure);
  const when = find(".when", event.closest(".days > li")).cloneNode(true);
  const parts = [...event.children].map((part) => part.cloneNode(true));
  find(".told", panel).append(when, ...parts);
  for (const part of all("[id]", panel)) part.removeAttribute("id");
  panel.setAttribute("aria-label", find("h4", panel).textContent);
  tell(find("[data-words]", panel), { at: ids.indexOf(id) + 1, last: ids.length });
  const marks = all("a[data-events]", figure).filter((mark) => idsOf(mark).includes(id));
  for (const mark of marks) mark.classList.add("open");
  opened = { panel, figure, path, id, mark: pressed ?? marks[0] };
  if (path && !NARROW.matches) {
    find(".steps", path.place).after(panel);
    path.place.classList.add("has-event");
  } else {
    panel.classList.add("floating");
    document.body.append(panel);
  }
  // Where it does not lie on its mark.
  panel.classList.toggle("at-start", opened.mark.getBoundingClientRect().left > innerWidth / 2);
  panel.addEventListener("click", ({ target }) => {
    const way = target.closest("button")?.dataset.way;
    if (way === "close") close();
    else if (way) open(ids[(ids.indexOf(id) + (way === "later" ? 1 : ids.length - 1)) % ids.length], figure);
    else if (target.closest("a") && panel.matches(".floating")) close({ back: false });
  });
  panel.focus({ preventScroll: true });
}

function close({ back = true } = {}) {
  const { panel, figure, path, mark } = opened;
  opened = null;
  panel.remove();
  path?.place.classList.remove("has-event");
  for (const one of all("a.open", figure)) one.classList.remove("open");
  if (back) mark.focus({ preventScroll: true });
}

// A finger is wider than a mark: what is pressed beside one is meant for the nearest.
function markAt({ target, clientX, clientY }) {
  const mark = target.closest?.("a[data-events]");
  const figure = target.closest?.(".picture, .chart");
  if (mark || !figure) return mark;
  const marks = all("a[data-events]:not(.out)", figure).map((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return [Math.hypot((left + right) / 2 - clientX, (top + bottom) / 2 - clientY), one];
  });
  return marks.filter(([far]) => far < NEAR).sort(([one], [other]) => one - other)[0]?.[1];
}

// A mark of several events opens the next one at each press.
function press(event) {
  const mark = markAt(event);
  if (!mark) return;
  event.preventDefault();
  const figure = mark.closest(".picture, .chart");
  const ids = idsOf(mark);
  const at = opened?.figure === figure ? ids.indexOf(opened.id) : -1;
  open(ids[(at + 1) % ids.length], figure, mark);
}

// ------------------------------------------------------------------ filters

const chosen = { scope: "background", actors: new Set() };
const SCOPES = { brief: ["brief"], background: ["brief", "context"], afterwards: ["brief", "context", "after"] };

function passes(id) {
  const { scope, actors } = document.getElementById(`event-${id}`).dataset;
  if (!SCOPES[chosen.scope].includes(scope)) return false;
  return !chosen.actors.size || actors.split(" ").some((actor) => chosen.actors.has(actor));
}

function fitFigures(onPaper = PRINT.matches) {
  const later = chosen.scope === "afterwards" && !onPaper ? "-later" : "";
  const isNarrow = NARROW.matches && !onPaper;
  for (const plate of all(".plate")) {
    const { figure } = plate.dataset;
    const chart = find(".chart", plate);
    chart.paper ??= chart.innerHTML;
    const form = isNarrow ? "narrow" : "sheet";
    const name = `${form}${later}/${figure}`;
    if (chart.dataset.sheet !== name) {
      chart.innerHTML = packed.sheets[name] ? sheet(name) : chart.paper;
      chart.dataset.sheet = name;
      chart.classList.toggle("narrow", isNarrow);
    }
    for (const part of all("[data-events], [data-names]", chart)) {
      part.classList.toggle("out", !idsOf(part).some(passes));
    }
  }
}

// What is filtered away is still printed.
const put = (part, isShown) => part.classList.toggle("away", !isShown);

function filter() {
  if (opened) close({ back: false });
  const events = all("[data-scope]");
  for (const event of events) put(event, passes(event.id.slice("event-".length)));
  for (const day of all("#chronology .days > li")) put(day, find("[data-scope]:not(.away)", day));
  for (const list of all("#chronology .days")) {
    const title = list.previousElementSibling;
    put(list, find("[data-scope]:not(.away)", list));
    if (title?.matches("h3")) put(title, find("[data-scope]:not(.away)", list));
  }
  // What came after stays folded until it is asked for, here or in the fold.
  const after = find("#chronology .next");
  if (after) after.open = chosen.scope === "afterwards";
  const shown = events.filter((event) => passes(event.id.slice("event-".length)));
  for (const form of all(".filters")) {
    for (const field of all("input", form)) {
      field.checked = field.type === "radio" ? field.value === chosen.scope : chosen.actors.has(field.value);
    }
    tell(find("[role=status]", form), { shown: shown.length, all: events.length });
  }
  fitFigures();
}

function choose({ target }) {
  if (!target.closest?.(".filters")) return;
  if (target.type === "radio") chosen.scope = target.value;
  else if (target.checked) chosen.actors.add(target.value);
  else chosen.actors.delete(target.value);
  filter();
}

// ------------------------------------------------------------------ search

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function addSearch() {
  const list = find(".references");
  list.before(control("search"));
  const place = find(".search");
  const sources = all("li", list);
  place.addEventListener("input", ({ target }) => {
    const asked = plain(target.value).split(/\s+/).filter(Boolean);
    for (const source of sources) {
      const text = plain(source.textContent);
      put(source, asked.every((word) => text.includes(word)));
    }
    tell(find("[role=status]", place), {
      found: sources.filter((source) => !source.matches(".away")).length, all: sources.length,
    });
  });
}

// ------------------------------------------------------------------ the stage

let stage = null; // the dialog, while it is open
let on = null; // the path that it shows
let curtain = null;
const KEYS = {
  ArrowLeft: "back", PageUp: "back", ArrowRight: "next", PageDown: "next", Home: "first", End: "last",
  n: "notes", b: "dark", ".": "dark",
};
const TURNS = { ArrowLeft: -1, ArrowRight: 1 };

function stageForm() {
  const ratio = innerWidth / innerHeight;
  return ratio <= 1 ? "pocket" : ratio <= 1.7 ? "squarish" : "stage";
}

function drawStage() {
  const { page, at } = on;
  const said = packed.stage[`${page}-step-${at}`];
  for (const part of all("[data-part]", stage)) part.innerHTML = said[part.dataset.part];
  const drawn = document.createElement("div");
  drawn.innerHTML = sheet(`${stageForm()}/${page}-step-${at}`);
  const height = Number(find("svg", drawn).getAttribute("height"));
  const size = height > 720 ? "high-" : height > 690 ? "tall-" : "";
  drawn.className = `drawn st-key-chart-stage-${size}${page}`;
  for (const mark of all("a", drawn)) mark.replaceWith(...mark.childNodes);
  find(".st-key-screen", stage).replaceChildren(drawn);
  find("[data-way=back]", stage).hidden = !on.beyond(-1);
  find("[data-way=next]", stage).hidden = !on.beyond(1);
  note(`present-${on.steps[at - 1].id}`);
}

function present(path, at) {
  on = path;
  on.show(at);
  if (!stage) {
    stage = control("stage").firstElementChild;
    document.body.append(stage);
    stage.addEventListener("click", ({ target }) => {
      if (curtain) lighten();
      else act(target.closest("button")?.dataset.way);
    });
    stage.addEventListener("cancel", (event) => {
      event.preventDefault();
      if (curtain) lighten();
      else leave();
    });
    stage.showModal();
  }
  drawStage();
}

function leave() {
  stage.remove();
  stage = null;
  note(on.steps[on.at - 1].id);
  on.arrive();
}

function lighten() {
  curtain.remove();
  curtain = null;
}

function darken() {
  curtain = document.createElement("div");
  curtain.className = "curtain";
  curtain.setAttribute("role", "status");
  const said = document.createElement("p");
  said.className = "hidden";
  said.textContent = find("[data-dark]", stage).dataset.dark;
  curtain.append(said);
  stage.append(curtain);
}

function act(way) {
  if (way === "leave") return leave();
  if (way === "dark") return darken();
  if (way === "notes") {
    const notes = find(".st-key-notes", stage);
    notes.hidden = !notes.hidden;
    return;
  }
  const to = {
    first: { path: on, at: 1 }, last: { path: on, at: on.steps.length }, back: on.beyond(-1), next: on.beyond(1),
  }[way];
  if (to) present(to.path, to.at);
}

// ------------------------------------------------------------------ keys, fingers, addresses

function key(event) {
  const { key: pressed, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || !packed) return;
  if (curtain) {
    event.preventDefault();
    return lighten();
  }
  const way = KEYS[pressed.length === 1 ? pressed.toLowerCase() : pressed];
  if (stage) {
    if (way) event.preventDefault();
    return act(way);
  }
  if (pressed === "Escape" && opened) return close();
  const by = TURNS[pressed];
  const path = by && !target.closest?.(FIELDS) && paths.find((one) => one.isInView);
  if (!path) return;
  event.preventDefault();
  path.turn(by);
}

let begun = null;

function touch({ target, touches }) {
  const [finger] = touches;
  const isOurs = touches.length === 1 && target.closest?.(".path, dialog") && (visualViewport?.scale ?? 1) < 1.05;
  begun = isOurs ? { x: finger.clientX, y: finger.clientY, path: target.closest(".path") } : null;
}

// Else a browser that goes back by a swipe would leave the file as well.
function keep(event) {
  const [finger] = event.touches;
  if (!begun || event.touches.length !== 1 || !event.cancelable) return;
  const [right, down] = [finger.clientX - begun.x, finger.clientY - begun.y];
  if (Math.abs(right) > 8 && Math.abs(right) > 2 * Math.abs(down)) event.preventDefault();
}

function lift({ changedTouches: [finger] }) {
  if (!begun) return;
  const [right, down, place] = [finger.clientX - begun.x, finger.clientY - begun.y, begun.path];
  begun = null;
  if (Math.abs(right) < FAR || Math.abs(down) > Math.abs(right) / 2) return;
  const by = (right < 0) === (document.dir !== "rtl") ? 1 : -1;
  if (curtain) lighten();
  else if (stage) act(by > 0 ? "next" : "back");
  else paths.find((path) => path.place === place)?.turn(by);
}

// A link into what is folded or filtered away opens it; one to a step or to the stage shows it.
function arrive() {
  const name = decodeURIComponent(location.hash.slice(1));
  const [, staged, step] = /^(present-?)?(.*)$/.exec(name);
  const path = paths.find(({ steps }) => steps.some(({ id }) => id === step));
  const at = path ? path.steps.findIndex(({ id }) => id === step) + 1 : 1;
  if (staged && paths.length) return present(path ?? paths[0], at);
  if (path) {
    path.show(at);
    return path.arrive();
  }
  const target = document.getElementById(name);
  if (!target) return;
  if (packed && target.closest(".away")) {
    chosen.actors.clear();
    chosen.scope = target.dataset.scope === "after" ? "afterwards" : "background";
    filter();
  }
  const closed = target.closest("details:not([open])");
  if (closed) closed.open = true;
  target.scrollIntoView();
}

function answerable() {
  for (const [id, question] of Object.entries(packed.questions)) {
    const asked = document.getElementById(`question-${id}`);
    asked.insertAdjacentHTML("beforeend", question);
    // The part that answers has the name now.
    asked.removeAttribute("id");
    asked.lastElementChild.classList.add("live");
    asked.classList.add("is-live");
  }
  for (const list of all(".questions:has(> .is-live)")) list.after(control("summary"));
  quiz();
}

function redraw() {
  if (opened) close({ back: false });
  for (const path of paths) path.draw();
  fitFigures();
}

addEventListener("hashchange", arrive);
if (globalThis.DecompressionStream) {
  packed = await unpack();
  paths = all(".path").map((place) => new Path(place));
  for (const path of paths) path.show(1);
  for (const place of [...all(".plate .chart"), find("#chronology .lead")]) place.before(control("filters"));
  find("nav ul").append(control("start"));
  addSearch();
  answerable();
  filter();
  document.documentElement.classList.add("scripted");
  NARROW.addEventListener("change", redraw);
  PRINT.addEventListener("change", () => fitFigures());
  addEventListener("beforeprint", () => fitFigures(true));
  addEventListener("afterprint", () => fitFigures());
  addEventListener("resize", () => stage && drawStage());
  document.addEventListener("click", press);
  document.addEventListener("change", choose);
  document.addEventListener("keydown", key);
  document.addEventListener("touchstart", touch, { passive: true });
  document.addEventListener("touchmove", keep, { passive: false });
  document.addEventListener("touchend", lift, { passive: true });
}
if (location.hash) arrive();
