// Comforts of fields: show the password, count the characters.
(() => {
  "use strict";
  // Made at the first count only: loading a language's numbers is half of a page's start-up on a slow phone.
  let format;
  const written = (number) => (format ||= new Intl.NumberFormat(document.documentElement.lang)).format(number);

  // LinkedIn counts each of these twice: they leave with a backslash before them.
  const RESERVED = /[\\|{}@[\]()<>*_~]/g;

  const count = (area) => {
    const counter = document.getElementById(area.dataset.count);
    const max = Number(area.dataset.max);
    const doubled = "escape" in area.dataset ? (area.value.match(RESERVED) || []).length : 0;
    const length = [...area.value].length + doubled;
    if (!counter) return;
    counter.textContent = `${written(length)} / ${written(max)}`;
    counter.toggleAttribute("data-over", length > max);
  };

  const reveal = (button) => {
    const input = document.getElementById(button.dataset.reveal);
    const shown = input.type === "text";
    input.type = shown ? "password" : "text";
    [button.textContent, button.dataset.other] = [button.dataset.other, button.textContent];
    button.setAttribute("aria-pressed", String(!shown));
  };

  document.addEventListener("input", (event) => event.target.dataset.count && count(event.target));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-reveal]");
    if (button) reveal(button);
  });
  const wake = (root) => {
    root.querySelectorAll("[data-reveal]").forEach((button) => { button.hidden = false; });
    root.querySelectorAll("[data-count]").forEach(count);
  };
  wake(document);
  document.addEventListener("htmx:load", (event) => wake(event.detail.elt));
})();
