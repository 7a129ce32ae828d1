// Conveniences only: without this file a probability is a number, and nothing else is needed.
"use strict";

for (const share of document.querySelectorAll("[data-share]")) {
  const number = share.querySelector("[data-number]");
  const slider = share.querySelector("[type=range]");
  const words = share.querySelector("select");
  const word = share.querySelector(".word").id;

  const given = () => {
    const typed = number.value.replace("%", "").replace(",", ".").trim();
    return typed === "" || Number.isNaN(Number(typed)) ? null : Number(typed);
  };
  const follow = () => {
    const value = given();
    slider.classList.toggle("unset", value === null);
    slider.value = value ?? 50;
    slider.setAttribute("aria-valuetext", value === null ? slider.dataset.none : `${number.value} %`);
  };
  // The server knows the words: the list follows what it said.
  const repeat = () => {
    words.value = document.getElementById(word).dataset.middle ?? "";
  };

  share.addEventListener("input", (event) => {
    if (event.target === slider || (event.target === words && words.value !== "")) {
      number.value = event.target.value;
    }
    follow();
  });
  document.body.addEventListener("htmx:oobAfterSwap", repeat);

  slider.hidden = false;
  words.hidden = false;
  share.classList.add("tooled");
  follow();
  repeat();
}
