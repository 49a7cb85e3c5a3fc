// A swipe to the side over a step turns to the next one or the one before, as its buttons do.

const STEP = ".st-key-reading, .st-key-stage";
const FAR = 60; // px to the side, and no more than half as many up or down

// Called again at each rerun, without an end to the call before: one swipe would turn twice.
let ending = () => {};

export default function () {
  ending();
  let begun = null;
  const begin = ({ target, touches }) => {
    const [finger] = touches;
    const isOurs = touches.length === 1 && target.closest?.(STEP) && !target.closest(".panel, .key");
    const isZoomed = visualViewport && visualViewport.scale > 1.05;
    begun = isOurs && !isZoomed ? { x: finger.clientX, y: finger.clientY } : null;
  };
  // Else a browser that goes back by a swipe would turn two steps at once.
  const keep = (event) => {
    if (!begun || event.touches.length !== 1) return;
    const [finger] = event.touches;
    const [right, down] = [finger.clientX - begun.x, finger.clientY - begun.y];
    if (Math.abs(right) > 8 && Math.abs(right) > 2 * Math.abs(down) && event.cancelable) {
      event.preventDefault();
    }
  };
  const end = ({ changedTouches: [finger] }) => {
    if (!begun) return;
    const [right, down] = [finger.clientX - begun.x, finger.clientY - begun.y];
    const isSwipe = Math.abs(right) > FAR && Math.abs(down) < Math.abs(right) / 2;
    begun = null;
    if (!isSwipe) return;
    const way = (right < 0) === (document.dir !== "rtl") ? "next" : "back";
    document.querySelector(`:is(.st-key-go-${way}, .st-key-stage-${way}) button`)?.click();
  };
  const options = { capture: true, passive: true };
  document.addEventListener("touchstart", begin, options);
  document.addEventListener("touchmove", keep, { capture: true, passive: false });
  document.addEventListener("touchend", end, options);
  ending = () => {
    document.removeEventListener("touchstart", begin, options);
    document.removeEventListener("touchmove", keep, { capture: true });
    document.removeEventListener("touchend", end, options);
  };
  return ending;
}
