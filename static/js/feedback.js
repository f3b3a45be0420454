// Toasts that announce themselves; what is said when the network or the server fails.
(() => {
  "use strict";
  const region = () => document.getElementById("toasts");
  const STAY_MS = 7000;

  const settle = (toast) => {
    if (toast.matches(".toast--bad")) return;
    let timer;
    const leave = () => { timer = setTimeout(() => toast.remove(), STAY_MS); };
    const wait = () => clearTimeout(timer);
    toast.addEventListener("mouseenter", wait);
    toast.addEventListener("focusin", wait);
    toast.addEventListener("mouseleave", leave);
    toast.addEventListener("focusout", leave);
    leave();
  };

  // The words live in the page, in <template id="say-…">, so that they can be translated.
  const say = (which) => {
    const words = document.getElementById("say-" + which);
    if (!words || region().querySelector(`[data-said="${which}"]`)) return;
    const toast = words.content.firstElementChild.cloneNode(true);
    toast.dataset.said = which;
    region().append(toast);
  };
  const unsay = (which) => region()?.querySelectorAll(`[data-said="${which}"]`).forEach((toast) => toast.remove());

  document.addEventListener("click", (event) => event.target.closest("[data-dismiss]")?.closest(".toast, .notice").remove());
  const isQuiet = (event) => event.target.matches?.("[data-quiet]");
  ["sendError", "timeout"].forEach((name) => document.addEventListener("htmx:" + name, (event) => isQuiet(event) || say("offline")));
  document.addEventListener("htmx:responseError", (event) => {
    if (!isQuiet(event) && !event.detail.xhr.responseText.includes("data-toast")) say(event.detail.xhr.status === 429 ? "busy" : "failed");
  });
  document.addEventListener("htmx:beforeOnLoad", () => unsay("offline"));

  if (region()) {
    new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach((node) => node.matches?.(".toast") && settle(node))))
      .observe(region(), { childList: true });
    region().querySelectorAll(".toast").forEach(settle);
  }
})();
