// A mouse puts a departure on another day of the month; « Déplacer » does it by touch and by keyboard.
(() => {
  "use strict";
  let held = null;
  const square = (event) => held && event.target.closest?.("td[data-day]");
  const light = (day) => document.querySelectorAll("td[data-day]").forEach((each) => each.toggleAttribute("data-over", each === day));

  if (matchMedia("(hover: hover) and (pointer: fine)").matches) {
    document.querySelectorAll("[data-departure]").forEach((entry) => { entry.draggable = true; });
  }
  document.addEventListener("dragstart", (event) => {
    held = event.target.closest?.("[data-departure]") || null;
    if (!held) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", held.innerText);
    held.dataset.held = "";
  });
  document.addEventListener("dragover", (event) => {
    const day = square(event);
    if (!day) return;
    event.preventDefault();
    light(day);
  });
  document.addEventListener("drop", (event) => {
    const day = square(event);
    if (!day) return;
    event.preventDefault();
    if (day === held.closest("td")) return;
    const form = document.getElementById("move-day");
    form.action = `/a-venir/${held.dataset.departure}/jour`;
    form.elements.jour.value = day.dataset.day;
    form.requestSubmit();
  });
  document.addEventListener("dragend", () => {
    if (held) delete held.dataset.held;
    held = null;
    light(null);
  });
})();
