(function () {
  "use strict";
  var body = document.body, article = document.getElementById("text");
  var card = document.getElementById("card"), cardBody = document.getElementById("card-body"), others = document.getElementById("others");
  var pieces = Array.prototype.slice.call(article.querySelectorAll("[data-o]"));
  var offsets = pieces.map(function (piece) { return Number(piece.dataset.o); });
  var entries = {}, order = [], at = null, marked = [];
  document.querySelectorAll(".entry").forEach(function (entry) {
    entries[entry.dataset.n] = entry;
    if (entry.dataset.at) { order.push(Number(entry.dataset.n)); }
  });
  order.sort(function (a, b) { return a - b; });

  function group(entry) { return /g-(\w+)/.exec(entry.className)[1]; }
  function hidden(n) { return body.classList.contains("no-" + group(entries[n])); }

  // The pieces of the article that begin inside a range of offsets: every border of a range begins a piece.
  function inside(range) {
    var ends = range.split("-").map(Number), low = 0, high = offsets.length, found = [];
    while (low < high) {
      var middle = (low + high) >> 1;
      if (offsets[middle] < ends[0]) { low = middle + 1; } else { high = middle; }
    }
    for (; low < offsets.length && offsets[low] < ends[1]; low += 1) { found.push(pieces[low]); }
    return found;
  }

  function clear() {
    marked.forEach(function (piece) {
      piece.classList.remove("chosen", "lit", "lit-first");
      piece.removeAttribute("data-why");
    });
    marked = [];
    document.querySelectorAll(".entry.on, .bar.on").forEach(function (node) { node.classList.remove("on"); });
  }

  function light(reason, range) {
    inside(range).forEach(function (piece, i) {
      piece.classList.add("lit");
      if (i === 0 && !piece.dataset.why && reason !== "name" && reason !== "verbatim") {
        piece.classList.add("lit-first");
        piece.setAttribute("data-why", reason.replace("_", " "));
      }
      marked.push(piece);
    });
  }

  function reveal(node) {
    var box = node.getBoundingClientRect(), bottom = window.innerHeight - (narrow() ? window.innerHeight * 0.46 : 0);
    if (box.top < 70 || box.bottom > bottom - 20) {
      window.scrollTo({ top: window.scrollY + box.top - (bottom - 70) / 3, behavior: "instant" });
    }
  }
  function narrow() { return window.matchMedia("(max-width: 56rem)").matches; }

  function choose(n, from) {
    var entry = entries[n];
    if (!entry) { return; }
    clear();
    at = Number(n);
    entry.classList.add("on");
    (entry.dataset.at ? entry.dataset.at.split(",") : []).forEach(function (range) {
      inside(range).forEach(function (piece) { piece.classList.add("chosen"); marked.push(piece); });
    });
    [entry, entries[entry.dataset.owner]].forEach(function (source) {
      (source && source.dataset.lit ? source.dataset.lit.split(" ") : []).forEach(function (pair) {
        var cut = pair.lastIndexOf(":");
        light(pair.slice(0, cut), pair.slice(cut + 1));
      });
    });
    document.querySelectorAll('.bar[data-n="' + n + '"]').forEach(function (bar) { bar.classList.add("on"); });
    cardBody.textContent = "";
    Array.prototype.forEach.call(entry.children, function (child) {
      if (child.className === "mentions") { return; }
      var copy = child.cloneNode(true);
      if (copy.className === "head") {
        var plain = document.createElement("div");
        plain.className = "head";
        while (copy.firstChild) { plain.appendChild(copy.firstChild); }
        copy = plain;
      }
      cardBody.appendChild(copy);
    });
    // The chosen words themselves stand out, also where they are among what lights up.
    marked.forEach(function (piece) { if (piece.classList.contains("chosen")) { piece.classList.remove("lit"); } });
    var first = marked[0];
    listNeighbours(first);
    card.hidden = false;
    body.classList.add("open");
    card.scrollTop = 0;
    if (first && from !== "article") { reveal(first); }
    if (from === "article" && !narrow()) { card.parentNode.scrollTop = 0; }
    try { history.replaceState(null, "", "#e" + n); } catch (error) { /* a page opened from an archive has no history */ }
  }

  function listNeighbours(piece) {
    others.textContent = "";
    if (!piece || !piece.dataset.i) { return; }
    var here = piece.dataset.i.split(" ").filter(function (n) { return Number(n) !== at && entries[n]; });
    if (!here.length) { return; }
    others.appendChild(document.createTextNode("also here: "));
    here.forEach(function (n) {
      var button = document.createElement("button");
      button.type = "button";
      button.dataset.n = n;
      button.textContent = { quote: "quote", statistic: "figure", actor: "name", date: "date", other: "item" }[group(entries[n])];
      others.appendChild(button);
    });
  }

  function close() {
    clear();
    card.hidden = true;
    body.classList.remove("open");
    at = null;
    try { history.replaceState(null, "", location.pathname + location.search); } catch (error) { /* as above */ }
  }

  function step(by) {
    var shown = order.filter(function (n) { return !hidden(n); });
    if (!shown.length) { return; }
    var i = at === null ? (by > 0 ? -1 : shown.length) : shown.indexOf(at);
    if (i < 0 && at !== null) {
      i = by > 0 ? shown.filter(function (n) { return n < at; }).length - 1 : shown.filter(function (n) { return n < at; }).length;
    }
    choose(shown[(i + by + shown.length) % shown.length], "key");
  }

  function cycle(piece) {
    var here = piece.dataset.i.split(" ").filter(function (n) { return entries[n] && !hidden(n); });
    if (!here.length) { return; }
    var i = here.indexOf(String(at));
    choose(here[(i + 1) % here.length], "article");
  }

  function toggle(button) {
    var off = button.getAttribute("aria-pressed") === "true";
    button.setAttribute("aria-pressed", String(!off));
    body.classList.toggle("no-" + button.dataset.group, off);
  }

  function help() {
    var box = document.getElementById("help"), button = document.getElementById("help-button");
    box.hidden = !box.hidden;
    button.setAttribute("aria-expanded", String(!box.hidden));
  }

  document.addEventListener("click", function (event) {
    var node = event.target, found;
    if ((found = node.closest(".filter"))) { toggle(found); return; }
    if (node.closest("#help-button")) { help(); return; }
    if (node.closest("#close")) { close(); return; }
    if ((found = node.closest("[data-step]"))) { step(Number(found.dataset.step)); return; }
    if ((found = node.closest("a[data-n], button[data-n]"))) { event.preventDefault(); choose(found.dataset.n, "link"); return; }
    if ((found = node.closest("aside .entry > .head"))) { choose(found.parentNode.dataset.n, "list"); return; }
    if ((found = node.closest("article [data-i]")) && String(window.getSelection()) === "") { cycle(found); }
  });

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    var filters = document.querySelectorAll(".filter");
    if (event.key === "j") { step(1); }
    else if (event.key === "k") { step(-1); }
    else if (event.key === "Escape") { close(); }
    else if (event.key === "?") { help(); }
    else if (event.key === "o") {
      var first = marked.filter(function (piece) { return piece.classList.contains("chosen"); })[0];
      if (first && first.dataset.i) { cycle(first); }
    } else if (/^[1-9]$/.test(event.key) && filters[Number(event.key) - 1]) { toggle(filters[Number(event.key) - 1]); }
    else { return; }
    event.preventDefault();
  });

  // Bars are as wide as their period: the style sheet needs the strip's width in pixels.
  function measure() {
    document.querySelectorAll(".strip").forEach(function (strip) { strip.style.setProperty("--px", strip.clientWidth + "px"); });
  }
  window.addEventListener("resize", measure);
  measure();
  function fromAddress() { var n = /^#e(\d+)$/.exec(location.hash); if (n) { choose(n[1], "link"); } }
  window.addEventListener("hashchange", fromAddress);
  // After the browser has jumped to the entry itself.
  window.addEventListener("load", function () { window.setTimeout(fromAddress, 0); });
  function fold(open) { document.querySelectorAll("details.timeline").forEach(function (part) { part.open = open; }); }
  window.addEventListener("beforeprint", function () { fold(true); measure(); });
  if (narrow()) { fold(false); }
})();
