// A bonus on touch screens: push a card marked data-swipe right or left to press its data-swipe-right or data-swipe-left.
(() => {
  "use strict";
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let card = null;
  let from = null;
  let shift = 0;

  document.addEventListener("touchstart", (event) => {
    card = event.touches.length === 1 ? event.target.closest("[data-swipe]") : null;
    from = event.touches[0];
    shift = 0;
  }, { passive: true });
  document.addEventListener("touchmove", (event) => {
    if (!card) return;
    const x = event.touches[0].clientX - from.clientX;
    const y = event.touches[0].clientY - from.clientY;
    if (!shift && Math.abs(y) > Math.abs(x)) { card = null; return; }
    shift = x;
    if (!still.matches) card.style.transform = `translateX(${x}px) rotate(${card.dataset.swipe === "flat" ? 0 : x / 60}deg)`;
  }, { passive: true });
  ["touchend", "touchcancel"].forEach((name) => document.addEventListener(name, () => {
    if (!card) return;
    // An empty style left behind would be copied by a swap, and the page's policy says no to any.
    card.removeAttribute("style");
    const side = shift > 0 ? "right" : "left";
    // The buttons may stand beside the card, at the bottom of the screen.
    const around = card.closest("dialog, main") || document;
    if (name === "touchend" && Math.abs(shift) > card.offsetWidth * 0.4) around.querySelector(`[data-swipe-${side}]:not(:disabled)`)?.click();
    card = null;
  }));
})();
