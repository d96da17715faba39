// Takes from htmx every way to run text as a program (hx-on, js: values, trigger filters, scripts in answers).
// The content security policy forbids it already; this keeps it forbidden if that policy ever has a hole.
(() => {
  "use strict";
  const refuse = function () {
    throw new Error("running text as a program is off");
  };
  // Typed text never brings a tag here: it arrives escaped.
  const without = (answer) => {
    if (/<script/i.test(answer)) throw new Error("a script in an answer");
    return answer;
  };
  htmx.registerExtension("no-scripts", {
    init: (api) => api.initSecurity({ createHTML: without, createScript: () => "" }, refuse, refuse),
  });
})();
