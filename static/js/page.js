// Focus where the work is, panels that close, and no page shown again from the browser's memory.
(() => {
  "use strict";
  document.documentElement.classList.add("scripts");

  // A page from memory may belong to somebody who has left: ask the server again.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });

  const controlIn = (place) =>
    place.matches("input, select, textarea, a, button, summary, [tabindex]")
      ? place
      : place.querySelector("input:not([type=hidden]), select, textarea");

  // A link to a field opens the cards around it and puts the cursor there.
  const goTo = (hash) => {
    const id = decodeURIComponent(hash.slice(1));
    const place = id && (document.getElementById(id) || document.getElementById(id + "-field"));
    if (!place) return false;
    for (let outer = place; outer; outer = outer.parentElement?.closest("details")) outer.open = true;
    const control = controlIn(place);
    if (!control) return false;
    control.focus({ preventScroll: true });
    (place.closest(".field") || place).scrollIntoView({ block: "center" });
    return true;
  };

  const focusWork = () => {
    if (goTo(window.location.hash)) return;
    const place = document.querySelector("[data-focus]") ?? document.querySelector("[data-step] h1[tabindex]");
    place?.focus({ preventScroll: place.matches("h1") });
  };

  const start = () => {
    const narrow = window.matchMedia("(max-width: 1319.98px)").matches;
    const small = window.matchMedia("(max-width: 699.98px)").matches;
    for (const drawer of document.querySelectorAll(narrow ? "details.drawer" : "none")) drawer.open = false;
    for (const fold of document.querySelectorAll(small ? "details.steps-fold" : "none")) fold.open = false;
    focusWork();
    // Going to the address's own place, the browser may take the focus away again.
    window.addEventListener("load", () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) focusWork();
      });
    });
  };

  window.addEventListener("hashchange", () => goTo(window.location.hash));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (link && link.hash === window.location.hash && goTo(link.hash)) event.preventDefault();
    for (const open of document.querySelectorAll("details.account[open], details.menu[open]")) {
      if (!open.contains(event.target)) open.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const open of document.querySelectorAll("details.account[open], details.menu[open]")) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  });
  start();
})();
