// After a swap, the keyboard and the screen reader go where the eye goes. A poll never moves them.
(() => {
  "use strict";
  const land = (place) => {
    if (!place) return;
    if (!place.matches("a, button, input, select, textarea, [tabindex]")) place.tabIndex = -1;
    const { top } = place.getBoundingClientRect();
    place.focus({ preventScroll: top >= 0 });
    // What is to be mended is shown with the reason under it, never beneath the bar at the foot.
    if (place.matches("[aria-invalid]") && top > innerHeight / 2) place.scrollIntoView({ block: "center" });
  };
  const wanted = (root) => root.querySelector("[aria-invalid]") || root.querySelector("[data-focus]");

  document.addEventListener("htmx:afterSettle", (event) => {
    const { requestConfig, target } = event.detail;
    if (!requestConfig?.triggeringEvent || requestConfig.elt.matches("[role=combobox]")) return;
    const piece = event.target;
    const place = piece.matches("[data-focus]") ? piece : wanted(piece);
    if (place) return land(place);
    // A target replaced whole is no longer in the page: its successor keeps its id.
    const successor = target.isConnected ? target : document.getElementById(target.id);
    if (document.activeElement === document.body) land(successor || document.getElementById("main"));
  });
  // A row of tabs wider than the phone shows the one she is on.
  for (const here of document.querySelectorAll(".tabs [aria-current]")) {
    // Its row alone moves: the page stays at its top.
    const row = here.closest(".tabs");
    row.scrollLeft += here.getBoundingClientRect().left - row.getBoundingClientRect().left - (row.clientWidth - here.clientWidth) / 2;
  }
  land(document.querySelector("form [aria-invalid]"));
})();
