// A mark of several events leads to the next one at each press; a link into what is folded opens it.
"use strict";

function lead(press) {
  const mark = press.target.closest?.("a[data-events]");
  const ids = mark?.dataset.events.split(" ") ?? [];
  const at = ids.indexOf(location.hash.replace("#event-", ""));
  if (ids.length > 1 && at >= 0) {
    press.preventDefault();
    location.hash = `event-${ids[(at + 1) % ids.length]}`;
  }
}

function reveal() {
  const target = document.getElementById(location.hash.slice(1));
  const closed = target?.closest("details:not([open])");
  if (!closed) return;
  closed.open = true;
  target.scrollIntoView();
}

addEventListener("click", lead);
addEventListener("hashchange", reveal);
reveal();
