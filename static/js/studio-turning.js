// The dialog of a publication: arrows turn its pages, and closing it gives the keyboard back to the card it showed last.
(() => {
  "use strict";
  const SIDES = { ArrowLeft: "[data-turn-back]", ArrowRight: "[data-turn-on]" };

  document.addEventListener("keydown", (event) => {
    const dialog = document.querySelector(".studio-dialog[open]");
    if (!dialog || !SIDES[event.key] || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target.closest("input, select, textarea")) return;
    event.preventDefault();
    dialog.querySelector(SIDES[event.key])?.click();
  });
  document.addEventListener("close", (event) => {
    if (!event.target.matches(".studio-dialog")) return;
    const behind = event.target.querySelector("[data-card-behind]")?.dataset.cardBehind;
    // The browser gives it back to what opened the dialog, which an answer may have replaced.
    requestAnimationFrame(() => document.getElementById(behind)?.querySelector("h2 a")?.focus());
  }, true);
})();
