"use strict";
(function () {
  const root = document.documentElement;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const wide = window.matchMedia("(min-width: 62rem)");
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const words = (value) => (value || "").split(" ").filter(Boolean);
  const motion = () => (still.matches ? "auto" : "smooth");
  root.classList.add("js");

  /* Light and dark: the reader's choice is kept where the browser allows it. */
  const theme = document.querySelector(".theme");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const kept = { get: () => null, set: () => undefined };
  try {
    const store = window.localStorage;
    kept.get = () => store.getItem("brief-theme");
    kept.set = (value) => store.setItem("brief-theme", value);
  } catch (refused) {
    root.dataset.storage = "refused"; /* the choice then lasts as long as the page */
  }
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const nameTheme = () => { theme.textContent = isDark() ? "Light" : "Dark"; theme.setAttribute("aria-label", "Switch to " + (isDark() ? "light" : "dark") + " colours"); };
  if (["light", "dark"].includes(kept.get())) { root.dataset.theme = kept.get(); }
  theme.hidden = false;
  nameTheme();
  dark.addEventListener("change", nameTheme);
  theme.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; kept.set(root.dataset.theme); nameTheme(); });

  /* The articles become tabs; without this script they stand one below the other. */
  function select(panelId, focus) {
    const panel = byId(panelId);
    for (const other of all(".source", panel.closest(".pane"))) {
      other.hidden = other !== panel;
      const tab = byId(other.id + "-tab");
      tab.setAttribute("aria-selected", String(other === panel));
      tab.tabIndex = other === panel ? 0 : -1;
      if (other === panel) {
        const list = tab.closest(".tabs");
        const item = tab.parentElement;
        if (item.offsetLeft < list.scrollLeft || item.offsetLeft + item.offsetWidth > list.scrollLeft + list.clientWidth) { list.scrollLeft = item.offsetLeft; }
        if (focus) { tab.focus(); }
      }
    }
  }
  for (const list of all(".tabs")) {
    list.setAttribute("role", "tablist");
    const tabs = all("a", list);
    tabs.forEach((tab, index) => {
      tab.parentElement.setAttribute("role", "presentation");
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", tab.dataset.tab);
      const panel = byId(tab.dataset.tab);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
      panel.tabIndex = 0;
      tab.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1, Home: -index, End: tabs.length - 1 - index }[event.key];
        if (event.key === " ") { event.preventDefault(); select(tab.dataset.tab, true); }
        if (step === undefined) { return; }
        event.preventDefault();
        select(tabs[(index + step + tabs.length) % tabs.length].dataset.tab, true);
      });
    });
    if (tabs.length) { select(tabs[0].dataset.tab, false); }
  }

  /* Evidence: light its words and bring them into view. */
  function douse() { for (const mark of all(".lit")) { mark.classList.remove("lit"); } }
  function light(anchors, go) {
    douse();
    let first = null;
    for (const anchor of anchors) {
      const at = byId(anchor);
      if (!at) { continue; }
      for (const mark of all(".ev-mark", at.closest(".source"))) {
        if (words(mark.dataset.e).includes(anchor)) { mark.classList.add("lit"); first = first || mark; }
      }
    }
    if (!first) { return; }
    select(first.closest(".source").id, false);
    const pane = first.closest(".pane");
    if (wide.matches) {
      const offset = first.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTo({ top: pane.scrollTop + offset - pane.clientHeight / 4, behavior: motion() });
    } else if (go) {
      first.scrollIntoView({ block: "center", behavior: motion() });
    }
  }
  function flash(element) {
    element.classList.remove("flash");
    void element.offsetWidth; /* so that the animation starts again */
    element.classList.add("flash");
  }
  function visit(id) {
    const target = byId(id);
    if (!target) { return; }
    if (target.classList.contains("at")) { light([id], true); return; }
    if (target.classList.contains("source")) {
      select(id, false);
      target.closest(".pane").scrollTop = 0;
      if (!wide.matches) { target.scrollIntoView({ behavior: motion() }); }
      return;
    }
    for (let up = target.parentElement; up; up = up.parentElement) { if (up.tagName === "DETAILS") { up.open = true; } }
    target.scrollIntoView({ block: target.matches(".brief, .part, .dispute") ? "start" : "nearest", behavior: motion() });
    if (target.tabIndex === -1) { target.focus({ preventScroll: true }); }
    if (!target.matches(".brief, .part, main")) { flash(target); }
  }

  /* The drawer below a paragraph shows how one sentence is known. */
  function shut(drawer) {
    for (const item of all(".shown-one", drawer)) { item.classList.remove("shown-one"); }
    drawer.classList.remove("one");
  }
  function know(sentence) {
    for (const other of all(".sentence.on")) { other.classList.remove("on"); }
    for (const drawer of all(".know-summary.one")) { drawer.open = false; shut(drawer); }
    const item = byId(sentence.dataset.know);
    const drawer = item.closest("details");
    shut(drawer);
    item.classList.add("shown-one");
    drawer.classList.add("one");
    drawer.open = true;
    sentence.classList.add("on");
    light(all(".ev", item).map((link) => link.dataset.ev), false);
    item.focus({ preventScroll: true });
    drawer.scrollIntoView({ block: "nearest", behavior: motion() });
  }
  function forget(drawer) {
    const on = document.querySelector(".sentence.on");
    drawer.open = false;
    shut(drawer);
    douse();
    if (on) { on.classList.remove("on"); on.nextElementSibling.focus({ preventScroll: true }); }
  }
  for (const tools of all(".know-tools")) { tools.hidden = false; }

  /* Words of an article lead to what rests on them. */
  let menu = null;
  let asked = null;
  let left = null; /* where the reader left the brief for an article */
  function close(refocus) {
    if (!menu) { return; }
    menu.remove();
    menu = null;
    if (refocus && asked) { asked.focus({ preventScroll: true }); }
  }
  function rests(mark) {
    const ids = [];
    for (const anchor of words(mark.dataset.e)) {
      for (const id of words(byId(anchor).dataset.t)) { if (!ids.includes(id)) { ids.push(id); } }
    }
    light(words(mark.dataset.e), false);
    if (ids.length === 1) { visit(ids[0]); return; }
    close(false);
    menu = document.createElement("div");
    menu.className = "menu";
    menu.setAttribute("role", "dialog");
    menu.setAttribute("aria-label", "What rests on these words");
    const head = document.createElement("p");
    head.textContent = "What rests on these words";
    const list = document.createElement("ul");
    for (const id of ids) {
      const link = document.createElement("a");
      link.href = "#" + id;
      link.textContent = byId(id).dataset.title;
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    menu.append(head, list);
    document.body.append(menu);
    const box = mark.getClientRects()[0];
    menu.style.top = window.scrollY + mark.getBoundingClientRect().bottom + 6 + "px";
    menu.style.left = Math.max(16, Math.min(box.left, window.innerWidth - menu.offsetWidth - 16)) + "px";
    asked = mark.closest(".source");
    menu.querySelector("a").focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) { return; }
    const on = (selector) => event.target.closest(selector);
    const link = on("a[href^='#']");
    const lane = on(".lane-link");
    const how = on(".how");
    for (const open of all(".lane.open")) { if (!lane || !open.contains(lane)) { open.classList.remove("open"); } }
    if (menu && !on(".menu")) { close(false); }
    if (how) { event.preventDefault(); know(how.previousElementSibling); return; }
    if (lane) { event.preventDefault(); lane.parentElement.classList.toggle("open"); light(words(lane.dataset.ev), false); return; }
    if (link) {
      const id = link.getAttribute("href").slice(1);
      if (!byId(id)) { return; }
      event.preventDefault();
      close(false);
      const brief = link.closest(".brief");
      if (on(".to-brief") && left && brief.contains(left)) {
        left.scrollIntoView({ block: "center", behavior: motion() });
        left.focus({ preventScroll: true });
        return;
      }
      if (on(".story")) { left = link; }
      if (link.dataset.ev) { light(words(link.dataset.ev), true); } else { visit(id); }
      history.replaceState(null, "", "#" + id);
      return;
    }
    if (String(window.getSelection())) { return; } /* the reader is selecting, not asking */
    const mark = on(".ev-mark[data-e]");
    const sentence = on(".sentence");
    if (mark) { rests(mark); } else if (sentence) { know(sentence); }
    if (on(".know-close")) { forget(on("details")); }
    if (on(".know-all")) { shut(on("details")); }
  });
  document.addEventListener("toggle", (event) => {
    const drawer = event.target;
    if (drawer.classList.contains("know-summary") && !drawer.open) { shut(drawer); }
  }, true);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") { return; }
    const drawer = event.target.closest && event.target.closest(".know-summary[open]");
    const lanes = all(".lane:hover, .lane:focus-within, .lane.open");
    if (menu) { close(true); } else if (drawer) { forget(drawer); }
    for (const lane of lanes) { lane.classList.remove("open"); lane.classList.add("shut"); }
  });
  for (const lane of all(".lane")) {
    lane.addEventListener("mouseleave", () => lane.classList.remove("shut"));
    lane.addEventListener("focusin", () => lane.classList.remove("shut"));
  }

  /* On paper everything is open. */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = all("details:not([open])");
    for (const details of opened) { details.open = true; }
  });
  window.addEventListener("afterprint", () => { for (const details of opened) { details.open = false; } opened = []; });

  const arrive = () => { if (window.location.hash.length > 1) { visit(decodeURIComponent(window.location.hash.slice(1))); } };
  window.addEventListener("hashchange", arrive);
  arrive();
})();
