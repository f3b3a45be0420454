// One press, one request: a form or a button that is already on its way ignores the second press.
(() => {
  "use strict";
  const buttonsOf = (sender) => sender.matches("form") ? sender.querySelectorAll("button:not([type=button])") : [sender];
  const hold = (sender) => {
    sender.dataset.busy = "";
    buttonsOf(sender).forEach((button) => button.setAttribute("aria-busy", "true"));
    sender.closest("[data-card]")?.setAttribute("data-going", "");
  };
  const free = (sender) => {
    delete sender.dataset.busy;
    buttonsOf(sender).forEach((button) => button.removeAttribute("aria-busy"));
    sender.closest("[data-card]")?.removeAttribute("data-going");
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method === "dialog") return;
    if ("busy" in form.dataset) return event.preventDefault();
    hold(form);
    // A download answers without leaving the page.
    setTimeout(() => free(form), 8000);
  });
  addEventListener("pageshow", () => document.querySelectorAll("[data-busy]").forEach(free));

  document.addEventListener("htmx:confirm", (event) => {
    // A page left in another tab stops asking; its next tick after the return asks again.
    const asleep = document.hidden && event.target.getAttribute("hx-trigger")?.includes("every");
    if ("busy" in event.target.dataset || asleep) event.preventDefault();
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.requestConfig.verb !== "get") hold(event.detail.elt);
  });
  document.addEventListener("htmx:afterRequest", (event) => free(event.detail.elt));
})();
