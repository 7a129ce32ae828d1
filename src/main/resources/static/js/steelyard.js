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
