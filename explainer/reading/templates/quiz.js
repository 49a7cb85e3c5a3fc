// The self-check and the scores of forecasts. Answers are kept while the tab is open, and nowhere
// else: the server is not told.

const given = new Map(); // by the id of a question: the option checked, whether the first was right
const scores = new Map();

const number = (form) => form.querySelector("input:checked")?.value;

function show(question) {
  const answer = given.get(question.dataset.question);
  for (const told of question.querySelectorAll("[data-option]")) {
    told.hidden = told.dataset.option !== answer?.option;
  }
  question.querySelector(".after").hidden = answer?.option === undefined;
}

function sum() {
  for (const told of document.querySelectorAll("[data-summary]")) {
    const asked = [...document.querySelectorAll("[data-question]")].map((one) => one.dataset.question);
    const answers = asked.filter((id) => given.has(id)).map((id) => given.get(id));
    const counts = {
      answered: answers.length,
      all: asked.length,
      right: answers.filter((one) => one.firstRight).length,
    };
    const words = told.dataset.summary.replace(/\{(\w+)\}/g, (_, name) => counts[name]);
    told.hidden = !answers.length;
    if (told.textContent !== words) told.textContent = words;
  }
}

// What was given before is shown again in questions that come back with their page.
function restore() {
  for (const question of document.querySelectorAll("[data-question]:not([data-kept])")) {
    question.dataset.kept = "";
    const answer = given.get(question.dataset.question);
    const chosen = question.querySelector(`input[value="${answer?.option}"]`);
    if (chosen) chosen.checked = true;
    show(question);
  }
  for (const part of document.querySelectorAll("[data-score]:not([data-kept])")) {
    part.dataset.kept = "";
    const chosen = part.querySelector(`input[value="${scores.get(part.dataset.score)}"]`);
    if (chosen) chosen.checked = true;
  }
  sum();
}

function check(event) {
  const question = event.target.closest("[data-question]");
  if (!question) return;
  event.preventDefault();
  const option = number(event.target);
  event.target.querySelector(".hint").hidden = option !== undefined;
  if (option === undefined) return event.target.querySelector("input").focus();
  const { question: id } = question.dataset;
  const right = "right" in event.target.querySelector("input:checked").dataset;
  given.set(id, { option, firstRight: given.get(id)?.firstRight ?? right });
  show(question);
  sum();
}

function again(event) {
  const question = event.target.closest?.("[data-again]")?.closest("[data-question]");
  if (!question) return;
  const before = given.get(question.dataset.question);
  given.set(question.dataset.question, { firstRight: before.firstRight });
  question.querySelector("form").reset();
  show(question);
  question.querySelector("input").focus();
}

const score = ({ target }) => {
  const part = target.closest?.("[data-score]");
  if (part) scores.set(part.dataset.score, target.value);
};

let ending = () => {};

export default function () {
  ending();
  const changes = new MutationObserver(restore);
  changes.observe(document.body, { childList: true, subtree: true });
  const listeners = { submit: check, click: again, change: score };
  for (const [kind, listen] of Object.entries(listeners)) document.addEventListener(kind, listen);
  restore();
  ending = () => {
    changes.disconnect();
    for (const [kind, listen] of Object.entries(listeners)) document.removeEventListener(kind, listen);
  };
  return ending;
}
