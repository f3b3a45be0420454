// Passkeys: the device asks for a finger, a face or its code, and what it signs travels in the form. Hidden elsewhere.
(() => {
  "use strict";
  const Key = window.PublicKeyCredential;
  const can = Key?.parseRequestOptionsFromJSON && Key.parseCreationOptionsFromJSON;
  const show = (root) => root.querySelectorAll("[data-passkey]").forEach((form) => { form.hidden = !can; });

  const signed = async (form) => {
    const headers = { "X-CSRFToken": form.csrf_token.value };
    const asked = await fetch(form.dataset.passkey, { method: "POST", headers });
    if (!asked.ok) throw new Error(String(asked.status));
    const options = await asked.json();
    const made = form.dataset.passkeyNew === undefined
      ? await navigator.credentials.get({ publicKey: Key.parseRequestOptionsFromJSON(options) })
      : await navigator.credentials.create({ publicKey: Key.parseCreationOptionsFromJSON(options) });
    return JSON.stringify(made.toJSON());
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.dataset.passkey || form.credential.value) return;
    event.preventDefault();
    const failed = form.querySelector("[data-passkey-failed]");
    failed.hidden = true;
    // She changed her mind, or the device knows none: the page is as it was, and says so.
    form.credential.value = await signed(form).catch(() => "");
    failed.hidden = Boolean(form.credential.value);
    if (form.credential.value) form.requestSubmit();
  });
  // Back from another page, what was signed serves no more.
  addEventListener("pageshow", () => document.querySelectorAll("[data-passkey]").forEach((form) => { form.credential.value = ""; }));
  show(document);
  document.addEventListener("htmx:load", (event) => show(event.detail.elt));
})();
