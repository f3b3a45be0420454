// The bar of what is chosen in the gallery: there while something is, with how many; « Tout choisir » takes what is shown.
(() => {
  "use strict";
  const boxes = () => [...document.querySelectorAll("input[name=choisi][form=bulk]")];

  const count = (bar) => {
    const every = bar.querySelector("[data-choose-matching]");
    const shown = boxes();
    const chosen = shown.filter((box) => box.checked).length;
    const many = every?.checked ? Number(every.dataset.chooseMatching) : chosen;
    bar.hidden = !many;
    bar.dataset.awake = "";
    bar.querySelectorAll("[data-chosen]").forEach((place) => { place.textContent = many ? `(${many})` : ""; });
    const all = document.querySelector("[data-choose-all]");
    if (!all) return;
    const box = all.querySelector("input");
    all.toggleAttribute("data-asleep", !shown.length);
    box.checked = chosen > 0 && chosen === shown.length;
    box.indeterminate = chosen > 0 && chosen < shown.length;
  };
  const refresh = () => {
    const bar = document.getElementById("bulk");
    if (bar) count(bar);
  };

  document.addEventListener("change", (event) => {
    const box = event.target;
    if (box.closest("[data-choose-all]")) boxes().forEach((one) => { one.checked = box.checked; });
    const every = document.querySelector("[data-choose-matching]");
    if (every && box === every && box.checked) boxes().forEach((one) => { one.checked = true; });
    else if (every && !box.checked && (box.name === "choisi" || box.closest("[data-choose-all]"))) every.checked = false;
    refresh();
  });
  document.addEventListener("htmx:load", refresh);
  addEventListener("pageshow", refresh);
})();
