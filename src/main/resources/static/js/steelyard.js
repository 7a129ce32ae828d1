// Conveniences only: every page works without this file.
"use strict";

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-copy]");
  if (!link || !navigator.clipboard) {
    return;
  }
  event.preventDefault();
  navigator.clipboard.writeText(link.href).then(() => {
    link.textContent = link.dataset.copied;
  });
});

// Slash, or k with Control or Command, goes to the search.
document.addEventListener("keydown", (event) => {
  const search = document.querySelector("[data-seek]");
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
  const asked = (event.ctrlKey || event.metaKey) && !event.altKey && event.key === "k";
  if (search && (asked || (event.key === "/" && plain && !writing))) {
    event.preventDefault();
    search.focus();
    search.select();
  }
});

document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable], .scroll");
  if (writing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  const control = event.target.closest("a, button, summary");
  const replay = event.key === " " && !control && document.querySelector(".clock [data-replay]");
  if (replay) {
    event.preventDefault();
    location.assign(`${replay.href}#play`);
    return;
  }
  const step = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  const link = step && document.querySelector(`.clock a[rel="${step}"]`);
  if (link) {
    event.preventDefault();
    link.click();
  }
});

// What happens meanwhile is offered as a line with a link; nothing on a page moves by itself. A hidden page does not listen:
// browsers give a site few connections, and it hears of everything when it is looked at again.
const opinions = new Set(["evidence-rated", "rating-withdrawn", "judgment-recorded", "judgment-withdrawn"]);

const live = (line) => {
  const { live: stream, event: kind, after, says, saysMore, saysHidden, saysOpinion } = line.dataset;
  let last = after;
  let count = 0;
  let source = null;
  const lacks = (pattern, data) => [...pattern.matchAll(/\$(\w+)/g)].some(([, field]) => data[field] == null);
  const words = (data) => {
    const pattern = count > 1 && saysMore ? saysMore : says;
    if (saysHidden && lacks(pattern, data)) {
      return saysHidden;
    }
    // Where one is about to rate or judge oneself, what others rated and judged is left out.
    return saysOpinion && opinions.has(data.kind) ? saysOpinion : pattern;
  };
  const hear = (event) => {
    last = event.lastEventId;
    const heard = JSON.parse(event.data);
    count = kind === "revision" ? heard.revision - Number(after) : count + 1;
    const data = { ...heard, count };
    line.querySelector("span").textContent = words(data).replace(/\$(\w+)/g, (name, field) => data[field] ?? name);
    line.hidden = false;
  };
  const listen = () => {
    if (document.hidden || source) {
      return;
    }
    const address = new URL(stream, location.href);
    if (last) {
      address.searchParams.set("after", last);
    }
    source = new EventSource(address);
    source.addEventListener(kind, hear);
  };
  const rest = () => {
    if (source) {
      source.close();
      source = null;
    }
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
};

document.querySelectorAll("[data-live]").forEach(live);
