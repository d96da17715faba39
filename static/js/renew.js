// After the session has ended under a page with unsaved text: signing in again in another tab gives this page the new
// session's token, and what was typed is saved. Only for the same person; somebody else's text is never saved.
(() => {
  "use strict";
  const AGAIN = 4000; // ms between looks
  let timer = null;

  const renew = async () => {
    timer = null;
    const answer = await fetch(document.body.dataset.token, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (!answer?.ok) {
      later();
      return;
    }
    const found = await answer.json();
    if (found.person !== document.body.dataset.person) return; // somebody else works here now
    for (const input of document.querySelectorAll("input[name=csrf_token]")) input.value = found.token;
    window.dispatchEvent(new Event("online"));
  };
  const later = () => {
    timer ??= setTimeout(renew, AGAIN);
  };

  document.addEventListener("htmx:finally:request", (event) => {
    const status = event.detail.ctx.response?.status;
    if (document.body.dataset.person && (status === 401 || status === 403)) later();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-beside]");
    if (!link) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    window.open(link.href, "_blank", "noopener");
  });
})();
