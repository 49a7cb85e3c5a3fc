// A line that a screen reader says when it changes. The element stays: only its words are new.
export default function ({ data, parentElement }) {
  let line = parentElement.querySelector("[role=status]");
  if (!line) {
    line = document.createElement("p");
    line.setAttribute("role", "status");
    parentElement.append(line);
  }
  if (line.dataset.said !== data.said) {
    line.dataset.said = data.said;
    line.textContent = data.said;
  }
}
