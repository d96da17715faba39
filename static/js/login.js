// The login page: which keyboard is active, and the password shown on request. Without this file both are simply absent.
(() => {
  "use strict";
  const hint = document.getElementById("keyboard");
  const show = document.querySelector("[data-shows]");
  const password = document.getElementById(show.dataset.shows);

  const tell = (event) => {
    const persian = /[\u0600-\u06ff]/.test(event.key?.length === 1 ? event.key : "");
    const capitals = event.getModifierState?.("CapsLock") ?? false;
    hint.textContent = persian ? hint.dataset.persian : capitals ? hint.dataset.capitals : "";
  };
  for (const input of document.querySelectorAll("#name, #password")) input.addEventListener("keydown", tell);

  show.closest("label").hidden = false;
  show.addEventListener("change", () => {
    password.type = show.checked ? "text" : "password";
  });
  password.form.addEventListener("submit", () => {
    password.type = "password"; // so that the browser's own memory of forms never takes it for plain text
  });
})();
