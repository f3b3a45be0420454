// After a swap, the keyboard and the screen reader go where the eye goes. A poll never moves them.
(() => {
  "use strict";
  const land = (place) => {
    if (!place) return;
    if (!place.matches("a, button, input, select, textarea, [tabindex]")) place.tabIndex = -1;
    place.focus({ preventScroll: place.getBoundingClientRect().top >= 0 });
  };
  const wanted = (root) => root.querySelector("[aria-invalid]") || root.querySelector("[data-focus]");

  document.addEventListener("htmx:afterSettle", (event) => {
    const { requestConfig, target } = event.detail;
    if (!requestConfig?.triggeringEvent || requestConfig.elt.matches("[role=combobox]")) return;
    // A target replaced whole is no longer in the page: its successor keeps its id.
    const now = target.isConnected ? target : document.getElementById(target.id);
    const place = now && (now.matches("[data-focus]") ? now : wanted(now));
    if (place) land(place);
    else if (document.activeElement === document.body) land(now || document.getElementById("main"));
  });
  land(document.querySelector("form [aria-invalid]"));
})();
