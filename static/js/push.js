// Notices on this device: shown as a choice where the browser has them, asked for on a tap and never before.
(() => {
  "use strict";
  const places = (name) => document.querySelectorAll(`[data-push${name}]`);
  const can = "PushManager" in window && "Notification" in window && navigator.serviceWorker;
  const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

  const show = async () => {
    if (!can || !places("").length) return;
    const denied = Notification.permission === "denied";
    const mine = await (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription();
    const row = mine && [...places("-endpoint")].find((one) => one.dataset.pushEndpoint === mine.endpoint);
    row?.querySelector("[data-push-here]").removeAttribute("hidden");
    // To who blocked notices, the offer of the home page says nothing.
    places("").forEach((place) => { place.hidden = denied || Boolean(row); });
    places("-absent").forEach((line) => { line.hidden = true; });
    places("-blocked").forEach((line) => { line.hidden = !denied; });
  };

  const subscribe = async (key) => {
    const { pushManager } = await navigator.serviceWorker.ready;
    const options = { userVisibleOnly: true, applicationServerKey: bytes(key) };
    try {
      return await pushManager.subscribe(options);
    } catch {
      // Kept from a time when the site had another key.
      await (await pushManager.getSubscription())?.unsubscribe();
      return pushManager.subscribe(options);
    }
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.dataset.pushKey || form.endpoint.value) return;
    event.preventDefault();
    const said = await Notification.requestPermission();
    places("-blocked").forEach((line) => { line.hidden = said !== "denied"; });
    if (said !== "granted") return;
    const made = (await subscribe(form.dataset.pushKey).catch(() => null))?.toJSON();
    form.endpoint.value = made?.endpoint || "none";
    form.p256dh.value = made?.keys.p256dh || "";
    form.auth.value = made?.keys.auth || "";
    form.requestSubmit();
  });
  show();
  document.addEventListener("htmx:load", (event) => event.detail.elt.querySelector?.("[data-push]") && show());
})();
