// Streamlit says in a dialog over everything that it knows no such page, and until somebody closes
// it nothing else can be used. The page says so itself, so the dialog is closed.
const PATIENCE = 5000;

export default function () {
  const close = () => {
    const button = document.querySelector('.stDialog button[aria-label="Close"]');
    button?.click();
    return Boolean(button);
  };
  if (close()) return;
  const watch = new MutationObserver(() => close() && watch.disconnect());
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), PATIENCE);
  return () => watch.disconnect();
}
