// The screen that a room looks at, and the page for the speaker alone, in a window of its own.
//
// The stage says where it is on a channel of the browser; the speaker's page goes along, and its keys
// press the keys of the stage. B or the full stop darken the room, as on every presenter, and any key
// or a tap brings the picture back and does nothing else.

const STAGE = ".st-key-stage";
const SPEAKER = ".st-key-speaker";
const DARKENS = new Set(["b", "."]);
const PRESSES = {
  ArrowLeft: "back", PageUp: "back", ArrowRight: "next", PageDown: "next", Home: "first", End: "last",
};
const FIELDS = "input, textarea, select, [contenteditable]";
const WINDOW = "popup,width=900,height=800";

let curtain = null;
let channel = null;
let told = ""; // where the stage said last that it is
let missed = 0; // how often in a row it was not there
let leads = false; // whether a stage has answered: the keys of the speaker's page are then its keys
let asked = false; // whether the speaker's page, once it stood, asked where the stage is
let tell = () => {};
const opened = Date.now();

const stage = () => document.querySelector(STAGE);
const speaker = () => document.querySelector(SPEAKER);

function swallow(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function lighten() {
  curtain?.remove();
  curtain = null;
}

function darken() {
  const words = document.querySelector("[data-dark]")?.dataset.dark ?? "";
  curtain = document.createElement("div");
  curtain.className = "curtain";
  curtain.setAttribute("role", "status");
  stage().append(curtain);
  const said = document.createElement("p");
  said.className = "hidden";
  curtain.append(said);
  said.textContent = words;
}

function openSpeaker() {
  const link = stage().querySelector(".speaker a");
  if (link && !open(link.href, "speaker", WINDOW)) open(link.href);
}

// What is pressed on the stage, or on the speaker's page for the stage.
function act(way) {
  if (curtain?.isConnected) lighten();
  else if (way === "dark") darken();
  else stage().querySelector(`.st-key-stage-${way} button`)?.click();
}

function wayOf(key) {
  return DARKENS.has(key.toLowerCase()) ? "dark" : PRESSES[key];
}

function press(event) {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (stage() && curtain?.isConnected) {
    swallow(event);
    return lighten();
  }
  if (target.closest?.(FIELDS) || ctrlKey || metaKey || altKey) return;
  const way = wayOf(key);
  if (stage()) {
    if (way !== "dark" && key.toLowerCase() !== "s") return;
    swallow(event);
    if (way) darken();
    else openSpeaker();
  } else if (speaker() && leads && way) {
    swallow(event);
    channel.postMessage({ press: way });
  }
}

function tap(event) {
  if (curtain?.isConnected) {
    swallow(event);
    return lighten();
  }
  if (event.target.closest?.(".speaker a") && stage()) {
    swallow(event);
    return openSpeaker();
  }
  const key = event.target.closest?.(".st-key-speaker-back, .st-key-speaker-next");
  if (key && leads) {
    swallow(event);
    channel.postMessage({ press: key.matches(".st-key-speaker-next") ? "next" : "back" });
  }
}

// Where the stage is: what the speaker's page needs to go there.
function announce() {
  const here = stage()?.querySelector(".speaker");
  if (!here) {
    // Between two pages there is none for a moment.
    if (told && ++missed > 1) {
      channel.postMessage({ ended: true });
      told = "";
    }
    return;
  }
  missed = 0;
  const { page, query } = here.querySelector("a").dataset;
  told = here.dataset.at;
  channel.postMessage({ at: told, page, query });
}

function hear({ data }) {
  if (stage()) {
    if (data.asks) announce();
    else if (data.press) act(data.press);
  } else if (speaker()) {
    if (data.at) follow(data);
    if (data.ended) leads = false;
    look();
  }
}

function follow({ at, page, query }) {
  leads = true;
  if (speaker().querySelector("[data-at]")?.dataset.at !== at) tell({ page, query });
}

// The words that change by themselves: where the stage is, how long it has been, what leads.
function look() {
  const here = stage()?.querySelector(".speaker")?.dataset.at ?? "";
  if (here !== told) announce();
  if (!speaker()) asked = false;
  else if (!asked) {
    asked = true;
    channel.postMessage({ asks: true });
  }
  // On the document, which outlives the words of a step: nothing else is said while they change.
  document.documentElement.toggleAttribute("data-led", leads);
  const clock = speaker()?.querySelector(".clock");
  if (!clock) return;
  const seconds = Math.floor((Date.now() - opened) / 1000);
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  if (clock.textContent !== time) clock.textContent = time;
}

let ending = () => {};

export default function ({ setTriggerValue }) {
  ending();
  tell = (pressed) => setTriggerValue("pressed", pressed);
  if (!channel) {
    channel = new BroadcastChannel("stage");
    addEventListener("pagehide", () => stage() && channel.postMessage({ ended: true }));
  }
  channel.onmessage = hear;
  // In front of whatever else listens to keys on the page.
  window.addEventListener("keydown", press, true);
  window.addEventListener("click", tap, true);
  const clock = setInterval(look, 250);
  look();
  ending = () => {
    clearInterval(clock);
    window.removeEventListener("keydown", press, true);
    window.removeEventListener("click", tap, true);
  };
  return ending;
}
