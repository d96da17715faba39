// Fields save themselves, one request at a time; each carries what stands in its field when it is sent, and the newest
// revision. The state of saving tells the truth: saving, saved, or still only on this page. What could not be sent is
// sent again, and nobody leaves the page before it was.
(() => {
  "use strict";
  const SLOW = 300; // ms before «saving» is worth saying
  const AGAIN = 5000; // ms between tries while offline
  const unsaved = new Set(); // wrappers ([data-path]) with text the server has not confirmed
  const queued = new Set(); // wrappers whose request has not been sent yet
  const resting = []; // who waits for all requests to end
  let running = 0;
  let timer = null;
  let leaving = false;

  const say = (state) => {
    const place = document.getElementById("saved");
    if (!place) return;
    place.dataset.state = state;
    place.textContent = place.dataset[state] ?? "";
  };
  const fieldOf = (element) => element?.closest?.("[data-path][hx-post]");

  const isToman = (field) => Boolean(field.querySelector("[name$='@unit'][value=toman]:checked"));

  // Text not confirmed yet, and an amount being typed in toman, stay as they are when the fields around are redrawn.
  const keep = (field) => field.toggleAttribute("hx-morph-skip", unsaved.has(field) || isToman(field));
  const note = (field, isUnsaved) => {
    if (isUnsaved) unsaved.add(field);
    else unsaved.delete(field);
    keep(field);
  };

  const sendAll = () => {
    timer = null;
    for (const field of [...unsaved]) {
      if (field.isConnected) htmx.trigger(field, "change");
      else unsaved.delete(field);
    }
  };
  const sendLater = () => {
    timer ??= setTimeout(sendAll, AGAIN);
  };

  // Only the field itself, the token and the revision: not the whole page around it.
  const bodyOf = (field) => {
    const path = field.dataset.path;
    const body = new URLSearchParams({ path });
    for (const [name, value] of new FormData(field.closest("form"))) {
      const isOwn = name === path || name.startsWith(path + "@");
      if (isOwn || name === "csrf_token" || name === "revision") body.append(name, value);
    }
    if (field.dataset.revision) body.set(path + "@revision", field.dataset.revision);
    return body;
  };

  // An amount, a date, an identifier that was understood is written in its usual form once the field is left.
  const tidy = (field) => {
    const normal = field.querySelector("[data-normal]")?.dataset.normal;
    const control = field.querySelector("input[type=text]");
    if (!normal || !control || control === document.activeElement || unsaved.has(field) || isToman(field)) return;
    control.value = normal;
  };

  // What was said about the field decides how the field looks.
  const mark = (field) => {
    const problem = field.querySelector(".said__problem");
    const isMissing = Boolean(problem?.classList.contains("said__problem--missing"));
    field.classList.toggle("is-missing", isMissing);
    field.classList.toggle("is-wrong", Boolean(problem) && !isMissing);
    for (const control of field.querySelectorAll("input:not([type=radio], [type=checkbox], [type=hidden]), select, textarea")) {
      if (problem) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
  };

  document.addEventListener("input", (event) => {
    const field = fieldOf(event.target);
    if (field) note(field, true);
  });
  // What was typed before this file had come counts as well.
  for (const control of document.querySelectorAll("[data-path] :is(input[type=text], textarea)")) {
    if (control.value !== control.defaultValue && fieldOf(control)) note(fieldOf(control), true);
  }
  if (unsaved.size > 0) timer = setTimeout(sendAll, SLOW);

  document.addEventListener("htmx:config:request", (event) => {
    const field = fieldOf(event.detail.ctx.sourceElement);
    if (!field) return;
    if (queued.has(field)) event.preventDefault(); // the one waiting takes the newest text along
    else queued.add(field);
  });

  document.addEventListener("htmx:before:request", (event) => {
    const { ctx } = event.detail;
    const field = fieldOf(ctx.sourceElement);
    if (!field) return;
    queued.delete(field);
    if (!field.isConnected) {
      event.preventDefault(); // its question is not asked any more
      return;
    }
    running += 1;
    ctx.isField = true;
    ctx.request.body = bodyOf(field);
    note(field, false); // what is typed from now on counts anew
    ctx.slow = setTimeout(() => say("saving"), SLOW);
  });

  // A field whose answer was changed elsewhere keeps naming the revision its text was made from, until the two agree.
  const holdConflict = (field, isConflict) => {
    const notice = document.getElementById("conflict");
    if (isConflict) {
      field.dataset.revision = notice?.querySelector("[data-revision]")?.dataset.revision ?? "";
    } else if (field.dataset.revision) {
      delete field.dataset.revision;
      notice?.replaceChildren();
    }
  };

  document.addEventListener("htmx:after:swap", (event) => {
    const { sourceElement, response } = event.detail.ctx;
    const field = fieldOf(sourceElement);
    if (!field) return;
    mark(field);
    tidy(field);
    if (response?.status === 200 || response?.status === 409) holdConflict(field, response.status === 409);
  });

  document.addEventListener("htmx:finally:request", (event) => {
    const { ctx } = event.detail;
    if (!ctx.isField) return;
    clearTimeout(ctx.slow);
    running -= 1;
    const status = ctx.response?.status;
    const field = ctx.sourceElement;
    if (!(status < 400 || status === 409)) {
      note(field, true);
      if (!status) say("offline");
      if (!status || status >= 500) sendLater();
    }
    queueMicrotask(() => {
      if (running === 0 && queued.size === 0) for (const go of resting.splice(0)) go();
    });
  });

  window.addEventListener("online", sendAll);
  window.addEventListener("beforeunload", (event) => {
    if ((unsaved.size > 0 || running > 0) && !leaving) event.preventDefault();
  });

  // Before a form is sent or a link followed, what is under way ends; what cannot be saved keeps the page.
  const isBusy = () => unsaved.size > 0 || queued.size > 0 || running > 0;
  const settle = async () => {
    sendAll();
    if (running > 0 || queued.size > 0) await new Promise((resolve) => resting.push(resolve));
    return unsaved.size === 0;
  };

  // The button pressed may have been drawn anew meanwhile; one that is gone had nothing left to do.
  const pressed = (form, button) =>
    !button || button.form === form
      ? button
      : [...form.elements].find((each) => each.type === "submit" && each.name === button.name && each.value === button.value) ??
        form.querySelector("button[value=stay]");

  document.addEventListener("submit", async (event) => {
    const { target, submitter } = event;
    if (event.defaultPrevented || target.hasAttribute("hx-post")) return;
    if (!isBusy()) {
      leaving = true;
      return;
    }
    event.preventDefault();
    if (await settle()) target.requestSubmit(pressed(target, submitter));
  });

  document.addEventListener("formdata", (event) => {
    for (const field of event.target.querySelectorAll("[data-path][data-revision]")) {
      event.formData.set(field.dataset.path + "@revision", field.dataset.revision);
    }
  });

  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a[href]");
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !isPlain || event.defaultPrevented || !isBusy()) return;
    if (link.origin !== location.origin || (link.pathname === location.pathname && link.hash)) return;
    event.preventDefault();
    await settle();
    location.assign(link.href);
  });
})();
