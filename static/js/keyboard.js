// Shortcuts. Which key does what stands in the page (data-key, data-modifier on <body>); this file only listens.
// Keys are read by their place on the keyboard, so they are the same in Persian and Latin layouts.
(() => {
  "use strict";
  const MODIFIERS = {
    as: (event) => event.altKey && event.shiftKey && !event.ctrlKey,
    ca: (event) => event.ctrlKey && event.altKey && !event.shiftKey,
    cs: (event) => event.ctrlKey && event.shiftKey && !event.altKey,
  };
  const FIELDS = "input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled])";

  const keyOf = (event) => /^(?:Key|Digit)(.)$/.exec(event.code)?.[1];
  const isSeen = (element) => element.getClientRects().length > 0;
  const isWriting = (element) =>
    element.matches("textarea, select, input:not([type=radio]):not([type=checkbox]):not([type=button]):not([type=submit])");

  const act = (target) => {
    if (target.matches("summary")) {
      target.parentElement.open = true;
      target.focus();
    } else if (target.matches("a[href], button")) {
      target.click();
    } else {
      target.focus();
      target.scrollIntoView({ block: "nearest" });
    }
  };

  const shortcut = (event) => {
    const key = keyOf(event);
    if (!key || !MODIFIERS[document.body.dataset.modifier ?? "as"]?.(event)) return false;
    const targets = [...document.querySelectorAll(`[data-key="${key}"]`)].filter(isSeen);
    const list = document.activeElement.closest(".item-list"); // of several lists the one at work
    const target = targets.find((each) => list?.contains(each)) ?? targets[0];
    if (target) act(target);
    return Boolean(target);
  };

  const plainKey = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isWriting(event.target)) return false;
    const isQuestion = event.key === "?" || event.key === "؟";
    const target = document.querySelector(isQuestion ? "[data-keys-page]" : event.key === "/" ? "[data-search]" : "none");
    if (target) act(target);
    return Boolean(target);
  };

  // Enter goes to the next field, in the last one it saves the step; in running text that is Ctrl+Enter.
  const enter = (event) => {
    const field = event.target;
    const form = event.key === "Enter" && !event.isComposing ? field.closest?.("form[data-step]") : null;
    if (!form || !field.matches(FIELDS) || event.altKey || event.shiftKey) return false;
    if (field.matches("textarea") !== event.ctrlKey) return false;
    const fields = [...form.querySelectorAll(FIELDS)].filter(
      (each) => isSeen(each) && (each.type !== "radio" || each.name !== field.name) && !each.name.endsWith("@unit"),
    );
    const next = fields.find((each) => field.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (next) next.focus();
    else form.querySelector("button[name=act][value=next]")?.click();
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (shortcut(event) || plainKey(event) || enter(event)) event.preventDefault();
  });
})();
