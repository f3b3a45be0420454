// <a href="/whole-page" data-dialog="id">: opens the dialog where there is script, follows the link where there is none.
(() => {
  "use strict";
  const open = (dialog) => dialog && dialog.showModal && !dialog.open && dialog.showModal();

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    const dialog = opener && document.getElementById(opener.dataset.dialog);
    if (dialog?.showModal) { event.preventDefault(); open(dialog); return; }
    if (event.target.closest("[data-close]") || event.target.matches("dialog")) event.target.closest("dialog")?.close();
  });
  // A dialog that came by itself in an answer opens at once, and leaves the page when it is closed.
  document.addEventListener("htmx:load", (event) => {
    const root = event.detail.elt;
    const came = root.matches?.("dialog[data-open]") ? root : root.querySelector?.("dialog[data-open]");
    // Two quick presses bring it twice: the first one stays.
    if (came && !came.open && [...document.querySelectorAll("dialog[open]")].some((other) => other.id === came.id)) came.remove();
    else open(came);
  });
  document.addEventListener("close", (event) => event.target.matches("dialog[data-open]") && event.target.remove(), true);
})();
