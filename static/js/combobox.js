// Suggestions under a text field. The server sends <li role="option" id="…" data-value="…">; without script the field is a plain one.
(() => {
  "use strict";
  const listOf = (input) => document.getElementById(input.dataset.options);
  const chosen = (list) => list.querySelector("[aria-selected=true]");

  const close = (input) => {
    listOf(input).replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (input, option) => {
    chosen(listOf(input))?.setAttribute("aria-selected", "false");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  };
  const take = (input, option) => {
    input.value = option.dataset.value;
    close(input);
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const keys = (event) => {
    const input = event.target;
    const options = [...listOf(input).children];
    const at = options.indexOf(chosen(listOf(input)));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) {
      event.preventDefault();
      mark(input, options.at((at < 0 && step < 0 ? -1 : at + step) % options.length));
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      take(input, options[at]);
    } else if (event.key === "Escape" && options.length) {
      event.preventDefault();
      close(input);
    }
  };

  const wake = (root) => root.querySelectorAll("input[data-options]:not([role])").forEach((input) => {
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": input.dataset.options, autocomplete: "off" };
    Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));
    input.addEventListener("keydown", keys);
    input.addEventListener("blur", () => close(input));
    const list = listOf(input);
    // The press must not take the focus away before the click chooses.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) take(input, option);
    });
    new MutationObserver(() => {
      // An answer that comes after the person has left must not reopen the list.
      if (list.children.length && document.activeElement !== input) return close(input);
      // The one town there is, already written: a list would only hide the button below it.
      const only = list.children.length === 1 && list.firstElementChild.dataset.value;
      if (only && only === input.value.trim()) return close(input);
      input.setAttribute("aria-expanded", String(list.children.length > 0));
    }).observe(list, { childList: true });
  });
  wake(document);
  document.addEventListener("htmx:load", (event) => wake(event.detail.elt));
})();
