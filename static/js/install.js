// What an installed application adds: kept files, « Installer », and sharing through the phone's own sheet.
(() => {
  "use strict";
  if (navigator.serviceWorker && document.body.classList.contains("app")) {
    // A thumb is answered first.
    const later = window.requestIdleCallback || setTimeout;
    addEventListener("load", () => later(() => navigator.serviceWorker.register("/service.js").catch(() => {})));
  }

  let offer = null;
  const show = (root) => {
    root.querySelectorAll("[data-install]").forEach((place) => { place.hidden = !offer; });
    root.querySelectorAll("[data-share]").forEach((button) => { button.hidden = !navigator.share; });
  };
  addEventListener("beforeinstallprompt", (event) => { event.preventDefault(); offer = event; show(document); });
  addEventListener("appinstalled", () => { offer = null; show(document); });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-install] button, [data-share]");
    if (!button) return;
    // Closing the phone's sheet is an answer, not an error.
    if ("share" in button.dataset) return navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => {});
    if (!offer) return;
    await offer.prompt();
    offer = null;
    show(document);
  });
  show(document);
  document.addEventListener("htmx:load", (event) => show(event.detail.elt));
})();
