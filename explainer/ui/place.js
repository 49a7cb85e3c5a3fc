// Where one is on a page: the row at the top marks the part that is being read.

const PARTS = ".parts a";

export default function () {
  let due = 0;
  const mark = () => {
    due = 0;
    const links = [...document.querySelectorAll(PARTS)];
    const line = (links[0]?.closest(".top").getBoundingClientRect().bottom ?? 0) + 24;
    const begun = links.filter((link) => {
      const part = document.getElementById(link.hash.slice(1));
      return part && part.getBoundingClientRect().top <= line + innerHeight / 4;
    });
    const here = begun.at(-1) ?? links[0];
    for (const link of links) {
      if (link === here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const look = () => (due ||= requestAnimationFrame(mark));
  const options = { capture: true, passive: true };
  document.addEventListener("scroll", look, options);
  look();
  return () => {
    cancelAnimationFrame(due);
    document.removeEventListener("scroll", look, options);
  };
}
