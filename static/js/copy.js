// « Copier » puts a field's text into the clipboard; without a clipboard, the field is there to be selected.
(() => {
  "use strict";
  const offer = (root) => root.querySelectorAll("[data-copy]").forEach((button) => { button.hidden = !navigator.clipboard; });
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copy]");
    const field = button && document.getElementById(button.dataset.copy);
    if (!field) return;
    await navigator.clipboard.writeText(field.value);
    button.querySelector("span").textContent = button.dataset.done;
  });
  offer(document);
  document.addEventListener("htmx:load", (event) => offer(event.target));
})();
