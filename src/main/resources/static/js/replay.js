// Plays a replay and steps through it at once. The page is whole without this file: each step is a page of its own.
"use strict";

(() => {
  const player = document.querySelector("form.player");
  const range = player.elements.step;
  const play = player.querySelector(".play");
  const speed = player.querySelector(".speed select");
  const said = document.getElementById("said");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const page = new URL(player.action);
  const present = () => document.querySelector('[data-part="step"]');

  const FRESH = 30_000;
  const kept = new Map();
  let wanted = null;
  let turning = false;
  let timer = 0;
  let playing = false;

  const step = () => Number(present().dataset.step);
  const all = () => Number(present().dataset.all);

  // The query of a step by its number, on the same clocks as the page.
  function query(number) {
    const fields = new URLSearchParams(new FormData(player));
    fields.set("step", String(Math.min(Math.max(number, 1), all())));
    return `?${fields}`;
  }

  // What of the page is another at a step: one small request, kept for a while so that the next one is there in time.
  function fetched(search) {
    if (!(Date.now() - kept.get(search)?.at < FRESH)) {
      const answer = fetch(`${page.pathname}/step${search}`, { credentials: "same-origin" }).then(async (reply) => {
        if (!reply.ok || reply.redirected) {
          throw new Error(String(reply.status));
        }
        return new DOMParser().parseFromString(await reply.text(), "text/html");
      });
      answer.catch(() => kept.delete(search));
      kept.delete(search);
      kept.set(search, { answer, at: Date.now() });
      if (kept.size > 12) {
        kept.delete(kept.keys().next().value);
      }
    }
    return kept.get(search).answer;
  }

  // Bars and dots glide from where they stood, where both pictures have the same ones.
  function glide(before, after) {
    if (still.matches) {
      return;
    }
    const shapes = { ".bar": ["x", "width"], ".dot": ["cx"] };
    for (const [shape, coordinates] of Object.entries(shapes)) {
      const from = [...before.querySelectorAll(shape)];
      const to = [...after.querySelectorAll(shape)];
      if (from.length === to.length) {
        to.forEach((mark, i) => {
          const frame = (one) => Object.fromEntries(coordinates.map((name) => [name, `${one.getAttribute(name)}px`]));
          mark.animate([frame(from[i]), frame(mark)], { duration: 250, easing: "ease-out" });
        });
      }
    }
  }

  function swap(fresh) {
    const focused = document.activeElement?.closest("[data-name]")?.dataset.name;
    for (const part of fresh.querySelectorAll("[data-part]")) {
      const old = document.querySelector(`main [data-part="${part.dataset.part}"]`);
      const now = document.importNode(part, true);
      old.replaceWith(now);
      glide(old, now);
    }
    const here = present();
    range.max = here.dataset.all;
    range.value = here.dataset.step;
    range.setAttribute("aria-valuetext", here.dataset.where);
    said.textContent = here.dataset.said;
    document.querySelector("[data-now]").hidden = here.dataset.past === "true";
    history.replaceState(null, "", here.dataset.at);
    if (focused) {
      (document.querySelector(`[data-name="${focused}"]`) || range).focus({ preventScroll: true });
    }
  }

  // Goes to the step that was asked for last; what was asked for meanwhile is left out.
  async function go(search) {
    wanted = search;
    if (turning) {
      return;
    }
    turning = true;
    try {
      while (wanted !== null) {
        const next = wanted;
        const fresh = await fetched(next);
        if (wanted === next) {
          wanted = null;
        }
        swap(fresh);
      }
      if (step() < all()) {
        fetched(query(step() + 1));
      }
    } catch {
      location.assign(page.pathname + wanted);
    } finally {
      turning = false;
    }
  }

  function pause() {
    playing = false;
    clearTimeout(timer);
    play.textContent = play.dataset.play;
    play.setAttribute("aria-pressed", "false");
  }

  function later() {
    clearTimeout(timer);
    if (playing) {
      timer = setTimeout(beat, Number(speed.value));
    }
  }

  async function beat() {
    if (step() >= all()) {
      pause();
      return;
    }
    await go(query(step() + 1));
    later();
  }

  async function start() {
    playing = true;
    play.textContent = play.dataset.pause;
    play.setAttribute("aria-pressed", "true");
    if (step() >= all()) {
      await go(query(1));
    }
    later();
  }

  const toggle = () => (playing ? pause() : start());

  for (const part of player.querySelectorAll("[hidden]")) {
    part.hidden = false;
  }
  player.querySelector(".go").hidden = true;
  play.addEventListener("click", toggle);
  range.addEventListener("input", () => go(query(Number(range.value))));
  player.addEventListener("submit", (event) => {
    event.preventDefault();
    go(query(Number(range.value)));
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    const to = new URL(link.href.baseVal ?? link.href, location.href);
    const axis = (search) => new URLSearchParams(search).get("axis");
    if (to.pathname === page.pathname && to.searchParams.has("at") && axis(to.search) === axis(query(1))) {
      event.preventDefault();
      pause();
      go(to.search);
    }
  });

  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input:not([type=range]), textarea, select, [contenteditable]");
    if (writing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (event.key === " " && !event.target.closest("a, button, summary")) {
      event.preventDefault();
      toggle();
      return;
    }
    const to = { ArrowLeft: step() - 1, ArrowRight: step() + 1, Home: 1, End: all() }[event.key];
    if (to !== undefined && event.target !== range && !event.target.closest(".scroll")) {
      event.preventDefault();
      pause();
      go(query(to));
    }
  });

  const plays = location.hash === "#play";
  history.replaceState(null, "", present().dataset.at);
  if (plays) {
    start();
  }
})();
