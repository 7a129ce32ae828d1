// One's ratings by the keyboard: the table of the form becomes a grid with one tab stop. A convenience: the form works without
// this file, and the server decides on what is sent.
"use strict";

(() => {
  const table = document.querySelector("[data-grid]");
  if (!table) {
    return;
  }
  const form = table.closest("form");
  const bar = form.querySelector("[data-bar]");
  const recorded = form.querySelector("[data-recorded]");
  const said = form.querySelector("[data-said]");
  const texts = table.dataset;
  const codes = { 0: "NA", 1: "CC", 2: "C", 3: "N", 4: "I", 5: "II" };
  const page = 5;

  const fill = (text, fields) => text.replace(/\$(\w+)/g, (name, field) => fields[field] ?? name);
  const say = (text) => {
    said.textContent = text;
  };

  // ---- cells ----

  const cells = new Map();
  const history = [];
  let sending = false;

  const cellOf = (element) => cells.get(element.closest("td.rate-cell"));
  const isUnsaved = (cell) => cell.select.value !== cell.was || cell.why.value.trim() !== "";
  const unsaved = () => [...cells.values()].filter(isUnsaved);

  const inWords = (rating) => rating || texts.unrated;
  const isOpen = (cell) => cell.there !== undefined && (cell.select.value !== cell.there || cell.why.value.trim() !== "");
  const told = (cell) => {
    const meanwhile = isOpen(cell) ? `, ${texts.meanwhile}: ${inWords(cell.there)}` : "";
    const talk = cell.talk ? `, ${cell.talk.dataset.count}` : "";
    return `${cell.name}: ${inWords(cell.select.value)}${meanwhile}${talk}`;
  };

  const show = (cell) => {
    const changed = isUnsaved(cell);
    cell.td.classList.toggle("unsaved", changed);
    cell.td.classList.toggle("reasoned", cell.why.value.trim() !== "");
    cell.td.setAttribute("aria-label", told(cell) + (changed ? `, ${texts.notRecorded}` : ""));
    if (cell.choice) {
      cell.choice.hidden = !isOpen(cell);
    }
    cell.rating = cell.select.value;
    cell.reason = cell.why.value;
  };

  const count = () => {
    const cellsToSave = unsaved().length;
    bar.hidden = cellsToSave === 0;
    if (recorded && cellsToSave > 0) {
      recorded.hidden = true;
    }
    const text = cellsToSave === 1 ? texts.countOne : texts.count;
    bar.querySelector("[data-unsaved]").textContent = fill(text, { count: cellsToSave });
  };

  // What a step changed can be taken back as one.
  const keep = (...changes) => {
    history.push(changes);
    changes.forEach(({ cell }) => show(cell));
    count();
  };

  const rate = (cell, rating) => {
    const before = cell.select.value;
    if (before !== rating) {
      cell.select.value = rating;
      keep({ cell, field: cell.select, before });
    }
    say(told(cell));
  };

  // What was recorded in a cell meanwhile, in the place of what one chose.
  const take = (cell) => {
    if (isOpen(cell)) {
      const changes = [cell.select, cell.why].map((field) => ({ cell, field, before: field.value }));
      cell.select.value = cell.there;
      cell.why.value = "";
      keep(...changes);
    }
    say(told(cell));
  };

  const undo = () => {
    const changes = history.pop();
    if (!changes) {
      say(texts.nothingToUndo);
      return;
    }
    changes.forEach(({ cell, field, before }) => {
      field.value = before;
      show(cell);
    });
    count();
    go(changes[0].cell.td);
    say(told(changes[0].cell));
  };

  const save = () => {
    if (unsaved().length === 0) {
      say(texts.nothing);
    } else {
      form.requestSubmit();
    }
  };

  // ---- places: of each row the links of its head, then its cells ----

  const rows = [];
  let stop = null;

  const placeOf = (element) => {
    const row = rows.findIndex((places) => places.includes(element));
    return row < 0 ? null : { row, fromEnd: rows[row].length - rows[row].indexOf(element) };
  };

  const go = (element) => {
    if (stop) {
      stop.tabIndex = -1;
    }
    stop = element;
    stop.tabIndex = 0;
    stop.focus();
  };

  const at = (row, fromEnd) => {
    const places = rows[Math.max(0, Math.min(rows.length - 1, row))];
    return places[Math.max(0, places.length - fromEnd)];
  };

  const columns = () => table.tHead.rows[0].cells.length - 1;
  const next = (td) => {
    const { row, fromEnd } = placeOf(td);
    if (fromEnd > 1) {
      return at(row, fromEnd - 1);
    }
    return row + 1 < rows.length ? at(row + 1, columns()) : td;
  };

  const moves = {
    ArrowLeft: ({ row, fromEnd }) => at(row, fromEnd + 1),
    ArrowRight: ({ row, fromEnd }) => at(row, Math.max(1, fromEnd - 1)),
    ArrowUp: ({ row, fromEnd }) => at(row - 1, fromEnd),
    ArrowDown: ({ row, fromEnd }) => at(row + 1, fromEnd),
    PageUp: ({ row, fromEnd }) => at(row - page, fromEnd),
    PageDown: ({ row, fromEnd }) => at(row + page, fromEnd),
    Home: ({ row }) => at(row, columns()),
    End: ({ row }) => at(row, 1),
  };
  const farMoves = {
    Home: () => at(0, columns()),
    End: () => at(rows.length - 1, 1),
  };

  // ---- the reason of a cell ----

  const giveReason = (cell) => {
    cell.fold.open = true;
    cell.why.focus();
  };

  const leaveReason = (cell) => {
    cell.fold.open = false;
    go(cell.td);
  };

  // ---- keys ----

  const digit = (event) => {
    // Where digits need Shift, the key at the place of a digit is meant.
    const typed = event.key in codes ? event.key : !event.shiftKey && /^Digit[0-5]$/.exec(event.code)?.[0].at(-1);
    return typed ? codes[typed] : undefined;
  };

  const inCell = (event, cell) => {
    const rating = digit(event);
    if (rating) {
      rate(cell, rating);
      go(next(cell.td));
      return true;
    }
    const does = {
      Delete: () => rate(cell, ""),
      Backspace: () => rate(cell, ""),
      Enter: () => cell.select.focus(),
      F2: () => cell.select.focus(),
      r: () => giveReason(cell),
      t: () => take(cell),
      g: () => cell.talk?.click(),
    }[event.key];
    does?.();
    return does !== undefined;
  };

  const withControl = (event) => {
    const does = {
      z: undo,
      Enter: save,
      Home: () => go(farMoves.Home()),
      End: () => go(farMoves.End()),
    }[event.key];
    does?.();
    return does !== undefined;
  };

  const plain = (event) => {
    const place = placeOf(event.target);
    if (place && event.key in moves) {
      go(moves[event.key](place));
      return true;
    }
    const does = { u: undo, s: save }[event.key];
    does?.();
    return does !== undefined || (cells.has(event.target) && inCell(event, cells.get(event.target)));
  };

  // In the native list of a cell its own keys count, but for digits and the way back.
  const inSelect = (event, cell) => {
    const rating = digit(event);
    if (rating) {
      rate(cell, rating);
      go(next(cell.td));
    } else if (event.key === "Escape" || event.key === "Enter") {
      go(cell.td);
    } else {
      return false;
    }
    return true;
  };

  const inReason = (event, cell) => {
    const back = event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
    if (back) {
      leaveReason(cell);
    }
    return back;
  };

  const pressed = (event) => {
    if (event.target.matches("textarea")) {
      return inReason(event, cellOf(event.target));
    }
    const control = event.ctrlKey || event.metaKey;
    if (event.altKey) {
      return false;
    }
    if (event.target.matches("select") && !control) {
      return inSelect(event, cellOf(event.target));
    }
    return control ? withControl(event) : plain(event);
  };

  let byPointer = false;
  table.addEventListener("pointerdown", () => {
    byPointer = true;
  });
  table.addEventListener("keydown", (event) => {
    byPointer = false;
    if (pressed(event)) {
      event.preventDefault();
    }
  });

  table.addEventListener("focusin", (event) => {
    const td = event.target.closest("td.rate-cell");
    const place = td ?? (placeOf(event.target) && event.target);
    if (place && place !== stop) {
      stop.tabIndex = -1;
      stop = place;
      stop.tabIndex = 0;
    }
  });

  table.addEventListener("change", (event) => {
    const cell = cellOf(event.target);
    if (event.target.matches("[type=checkbox]")) {
      event.target.checked = false;
      take(cell);
      go(cell.td);
      return;
    }
    const rated = event.target === cell.select;
    keep({ cell, field: event.target, before: rated ? cell.rating : cell.reason });
    if (rated) {
      say(told(cell));
      if (byPointer) {
        go(cell.td);
      }
    }
  });

  // A block that is pasted into a cell begins there; the server says what it would change.
  table.addEventListener("paste", (event) => {
    const cell = cells.get(event.target);
    const text = event.clipboardData?.getData("text/plain");
    if (cell && text?.trim()) {
      event.preventDefault();
      form.elements.block.value = text;
      form.elements.at.value = cell.select.name;
      form.requestSubmit(form.querySelector("[data-lay]"));
    }
  });

  // ---- from the form to the grid ----

  const gather = (row) => {
    row.setAttribute("role", "row");
    row.cells[0].setAttribute("role", "rowheader");
    const places = [...row.cells[0].querySelectorAll("a")];
    for (const td of row.querySelectorAll("td.rate-cell")) {
      const [select, why, fold] = ["select", "textarea", "details"].map((part) => td.querySelector(part));
      const [choice, talk] = [".now-there", ".talk"].map((part) => td.querySelector(part));
      const name = select.getAttribute("aria-label");
      const there = td.dataset.there === "-" ? "" : td.dataset.there;
      const cell = { td, select, why, fold, choice, talk, name, was: td.dataset.was ?? "", there };
      cells.set(td, cell);
      td.setAttribute("role", "gridcell");
      td.querySelectorAll("select, textarea, summary, input, a").forEach((part) => {
        part.tabIndex = -1;
      });
      show(cell);
      places.push(td);
    }
    places.forEach((place) => {
      place.tabIndex = -1;
    });
    rows.push(places);
  };

  table.setAttribute("role", "grid");
  table.setAttribute("aria-label", texts.label);
  table.setAttribute("aria-describedby", "rate-keys");
  [...table.tHead.rows[0].cells].forEach((head) => head.setAttribute("role", "columnheader"));
  table.tHead.rows[0].setAttribute("role", "row");
  [...table.tBodies[0].rows].forEach(gather);
  const waits = [...cells.values()].find((cell) => cell.there !== undefined) ?? [...cells.values()].find((cell) => !cell.rating);
  stop = waits?.td ?? at(0, columns());
  stop.tabIndex = 0;
  table.closest(".scroll").removeAttribute("tabindex");
  table.closest(".scroll").style.scrollPaddingInlineStart = `${table.tHead.rows[0].cells[0].offsetWidth}px`;
  table.classList.add("keyed");
  document.getElementById("rate-keys").hidden = false;
  bar.querySelector("[data-undo]").addEventListener("click", undo);
  count();

  // ---- leaving ----

  // ---- one comes back to where one was ----

  const place = `rate ${location.pathname}`;
  const comeBack = () => {
    const name = sessionStorage.getItem(place);
    sessionStorage.removeItem(place);
    const cell = [...cells.values()].find(({ select }) => select.name === name);
    if (cell && !document.querySelector("[autofocus]")) {
      go(cell.td);
      if (recorded) {
        recorded.hidden = recorded.textContent.trim() === "";
      }
      say([document.querySelector(".said-done")?.textContent ?? "", told(cell)].join(" ").trim());
    }
  };
  comeBack();

  form.addEventListener("submit", () => {
    sending = true;
    const cell = cells.get(stop);
    if (cell) {
      sessionStorage.setItem(place, cell.select.name);
    }
  });
  addEventListener("pageshow", () => {
    sending = false;
    cells.forEach(show);
    count();
  });
  addEventListener("beforeunload", (event) => {
    if (!sending && unsaved().length > 0) {
      event.preventDefault();
    }
  });
})();
