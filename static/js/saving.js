// The state of saving tells the truth: saving, saved, or still only on this page. What could not be sent is sent again.
(() => {
  "use strict";
  const SLOW = 300; // ms before «saving» is worth saying
  const AGAIN = 5000; // ms between tries while offline
  const unsaved = new Set(); // wrappers ([data-path]) with text the server has not confirmed
  let timer = null;

  const say = (state) => {
    const place = document.getElementById("saved");
    if (!place) return;
    place.dataset.state = state;
    place.textContent = place.dataset[state] ?? "";
  };
  const fieldOf = (element) => element?.closest?.("[data-path]");

  const tryAgain = () => {
    timer = null;
    for (const field of unsaved) {
      if (field.isConnected) htmx.trigger(field, "change");
      else unsaved.delete(field);
    }
  };
  const tryLater = () => {
    timer ??= setTimeout(tryAgain, AGAIN);
  };

  document.addEventListener("input", (event) => {
    const field = fieldOf(event.target);
    if (field?.hasAttribute("hx-post")) unsaved.add(field);
  });

  // A field sends itself, the token and the revision, not the whole page around it.
  document.addEventListener("htmx:config:request", (event) => {
    const { sourceElement, request } = event.detail.ctx;
    const path = sourceElement.dataset?.path;
    if (!path || !(request.body instanceof FormData)) return;
    const kept = new Set(["csrf_token", "revision", "path", path]);
    for (const name of [...request.body.keys()]) {
      if (!kept.has(name) && !name.startsWith(path + "@")) request.body.delete(name);
    }
  });

  document.addEventListener("htmx:before:request", (event) => {
    const { sourceElement } = event.detail.ctx;
    if (!fieldOf(sourceElement)) return;
    unsaved.delete(sourceElement); // what is typed from now on counts anew
    event.detail.ctx.slow = setTimeout(() => say("saving"), SLOW);
  });

  document.addEventListener("htmx:finally:request", (event) => {
    const { ctx } = event.detail;
    clearTimeout(ctx.slow);
    const field = fieldOf(ctx.sourceElement);
    if (!field) return;
    if (ctx.response && ctx.response.status < 500 && ctx.response.status !== 401) return;
    unsaved.add(field);
    if (!ctx.response) say("offline");
    tryLater();
  });

  window.addEventListener("online", tryAgain);
  window.addEventListener("beforeunload", (event) => {
    if (unsaved.size > 0 && !leaving) event.preventDefault();
  });
  // A form that is sent takes everything on the page with it.
  let leaving = false;
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) leaving = true;
  });
})();
