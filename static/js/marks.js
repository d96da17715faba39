// The remarks on a text, drawn under the words of its box. A copy of the text lies behind the box, with letters nobody
// sees and lines under them. While somebody types, the lines move with their words, and those of changed words go; the
// next answer of the server brings them anew. Nothing the person sees moves.
(() => {
  "use strict";
  const drawn = new Map(); // id of the box → {text, marks}

  const under = (box) => {
    const place = box.parentElement;
    let copy = place.querySelector(".marked__under");
    if (!copy) {
      copy = document.createElement("div");
      copy.className = "marked__under";
      copy.setAttribute("aria-hidden", "true");
      place.prepend(copy);
      box.addEventListener("scroll", () => { copy.scrollTop = box.scrollTop; }, { passive: true });
      new ResizeObserver(() => { copy.style.blockSize = `${box.clientHeight}px`; copy.style.inlineSize = `${box.clientWidth}px`; }).observe(box);
    }
    return copy;
  };

  const draw = (box) => {
    const { letters, marks } = drawn.get(box.id);
    const parts = [];
    let end = 0;
    for (const [start, stop, level] of marks) {
      if (start < end) continue;
      parts.push(letters.slice(end, start).join(""));
      const mark = document.createElement("span");
      mark.className = `underlined underlined--${level}`;
      mark.textContent = letters.slice(start, stop).join("");
      parts.push(mark);
      end = stop;
    }
    parts.push(letters.slice(end).join("") + "\n ");
    const copy = under(box);
    copy.replaceChildren(...parts);
    copy.scrollTop = box.scrollTop;
  };

  // Places count letters (code points), not the halves JavaScript counts.
  const read = (list) => {
    const box = document.getElementById(list.dataset.for);
    if (!box) return;
    const letters = Array.from(box.value);
    const marks = JSON.parse(list.dataset.marks).filter(
      ([start, stop, , words]) => letters.slice(start, stop).join("") === words,
    );
    drawn.set(box.id, { letters, marks });
    draw(box);
  };

  // What stands before and after the change keeps its lines.
  const follow = (box) => {
    const before = drawn.get(box.id);
    if (!before) return;
    const letters = Array.from(box.value);
    const most = Math.min(letters.length, before.letters.length);
    let head = 0;
    while (head < most && letters[head] === before.letters[head]) head += 1;
    let tail = 0;
    while (tail < most - head && letters.at(-1 - tail) === before.letters.at(-1 - tail)) tail += 1;
    const moved = letters.length - before.letters.length;
    const changed = before.letters.length - tail;
    const marks = [];
    for (const [start, stop, ...rest] of before.marks) {
      if (stop < head || (stop === head && tail + head >= before.letters.length)) marks.push([start, stop, ...rest]);
      else if (start > changed) marks.push([start + moved, stop + moved, ...rest]);
    }
    drawn.set(box.id, { letters, marks });
    draw(box);
  };

  const readAll = () => {
    for (const list of document.querySelectorAll("[data-marks]")) read(list);
  };

  // From the list to the words: they are chosen in the box.
  document.addEventListener("click", (event) => {
    const words = event.target.closest?.(".remark .remark__span");
    const remark = words?.closest(".remark");
    const list = words?.closest("[data-marks]");
    const box = list && document.getElementById(list.dataset.for);
    if (!box) return;
    const letters = Array.from(box.value);
    const at = (place) => letters.slice(0, place).join("").length;
    box.focus();
    box.setSelectionRange(at(Number(remark.dataset.start)), at(Number(remark.dataset.end)));
  });

  document.addEventListener("input", (event) => {
    if (drawn.has(event.target.id)) follow(event.target);
  });
  document.addEventListener("htmx:after:swap", readAll);
  readAll();
})();
