// A number that is easier to slide than to type becomes a slider, with its value beside its name.
(() => {
  "use strict";
  const show = (slider) => {
    const output = document.querySelector(`output[for="${slider.id}"]`);
    if (output) output.textContent = slider.value;
  };
  const wake = (root) => root.querySelectorAll("[data-slider]").forEach((field) => {
    field.type = "range";
    document.querySelector(`output[for="${field.id}"]`)?.removeAttribute("hidden");
    show(field);
  });

  document.addEventListener("input", (event) => event.target.matches("[data-slider]") && show(event.target));
  wake(document);
  document.addEventListener("htmx:load", (event) => wake(event.detail.elt));
})();
