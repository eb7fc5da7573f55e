"use strict";
// The hall: which slide is shown, and what the keys do. Everything stands in this page; nothing is fetched.
const slides = [...document.querySelectorAll(".slide")];
const stage = document.getElementById("stage");
const [tip, typed, panel, help] = ["tip", "typed", "panel", "help"].map((id) => document.getElementById(id));
let now = 0;
let digits = "";
let alone = -1;
let notesWindow = null;

function fit() {
  const scale = Math.min(innerWidth / 1920, innerHeight / 1080);
  stage.style.transform = `scale(${scale}) translate(-50%, -50%)`;
}

function show(wanted) {
  now = Math.max(0, Math.min(wanted, slides.length - 1));
  slides.forEach((slide, at) => slide.classList.toggle("now", at === now));
  slides.forEach((slide, at) => { slide.inert = at !== now; });
  tip.hidden = true;
  only(-1);
  if (location.hash !== `#${now + 1}`) history.replaceState(null, "", `#${now + 1}`);
  tellNotes();
}

function fromAddress() {
  show((Number.parseInt(location.hash.slice(1), 10) || 1) - 1);
}

// One place after the other: the rest of the chart steps back. The nation always stays.
function only(wanted) {
  const marked = [...slides[now].querySelectorAll("[data-place]")];
  const places = [...new Set(marked.map((one) => one.dataset.place))].filter((place) => place && place !== "VN");
  alone = wanted < places.length ? wanted : -1;
  for (const one of marked) {
    const place = one.dataset.place;
    one.classList.toggle("faint", alone >= 0 && place !== "VN" && place !== places[alone]);
  }
}

function say(mark, at) {
  tip.textContent = mark.getAttribute("aria-label");
  tip.hidden = false;
  const box = tip.getBoundingClientRect();
  tip.style.left = `${Math.max(8, Math.min(at.x + 18, innerWidth - box.width - 8))}px`;
  tip.style.top = `${Math.max(8, Math.min(at.y + 18, innerHeight - box.height - 8))}px`;
}

function tellOfMark(event) {
  const mark = event.target.closest?.(".mark");
  if (!mark) { tip.hidden = true; return; }
  const box = mark.getBoundingClientRect();
  say(mark, { x: box.right, y: box.bottom });
}

function notesOf(slide) {
  const notes = slide.querySelector(".notes").cloneNode(true);
  notes.hidden = false;
  return notes;
}

function tellNotes() {
  if (!panel.hidden) { panel.replaceChildren(notesOf(slides[now])); panel.scrollTop = 0; }
  if (!notesWindow || notesWindow.closed) return;
  const page = notesWindow.document;
  page.documentElement.dataset.theme = document.documentElement.dataset.theme ?? "";
  const title = page.createElement("h1");
  title.textContent = `${now + 1} / ${slides.length}  ${slides[now].querySelector("h1").textContent}`;
  const next = page.createElement("p");
  const after = slides[now + 1]?.querySelector("h1").textContent;
  next.className = "after";
  next.textContent = after ? `${document.body.dataset.next} ${after}` : document.body.dataset.last;
  page.body.replaceChildren(title, next, page.importNode(notesOf(slides[now]), true));
  notesWindow.scrollTo(0, 0);
}

// A second window for the presenter's own screen; where the browser forbids one, a panel below.
function toggleNotes() {
  if (!panel.hidden) { panel.hidden = true; return; }
  if (notesWindow && !notesWindow.closed) { notesWindow.close(); notesWindow = null; return; }
  notesWindow = window.open("", "", "popup,width=900,height=700");
  if (!notesWindow) { panel.hidden = false; tellNotes(); return; }
  const page = notesWindow.document;
  page.head.append(page.importNode(document.querySelector("style"), true));
  page.documentElement.lang = document.documentElement.lang;
  page.body.className = "presenter";
  page.title = document.body.dataset.notes;
  page.addEventListener("keydown", press);
  tellNotes();
}

function toggleTheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const shown = document.documentElement.dataset.theme || (dark ? "dark" : "light");
  document.documentElement.dataset.theme = shown === "dark" ? "light" : "dark";
  tellNotes();
}

function toggleFull() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

function type(digit) {
  digits = (digits + digit).slice(-3);
  typed.textContent = digits;
  typed.hidden = digits === "";
}

function goTyped() {
  const wanted = Number.parseInt(digits, 10);
  digits = "";
  typed.hidden = true;
  if (wanted) show(wanted - 1);
}

function escape() {
  digits = "";
  [tip, typed, panel, help].forEach((one) => { one.hidden = true; });
  only(-1);
}

const KEYS = {
  ArrowRight: () => show(now + 1), ArrowDown: () => show(now + 1), PageDown: () => show(now + 1), " ": () => show(now + 1),
  ArrowLeft: () => show(now - 1), ArrowUp: () => show(now - 1), PageUp: () => show(now - 1), Backspace: () => show(now - 1),
  Home: () => show(0), End: () => show(slides.length - 1), Escape: escape, Enter: () => (digits ? goTyped() : show(now + 1)),
  f: toggleFull, n: toggleNotes, t: toggleTheme, p: () => only(alone + 1), h: () => { help.hidden = !help.hidden; }, "?": () => { help.hidden = !help.hidden; },
};

function press(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (/^[0-9]$/.test(event.key)) { type(event.key); return; }
  const deed = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!deed) return;
  event.preventDefault();
  deed();
}

let touched = 0;
document.documentElement.classList.add("live");
document.addEventListener("keydown", press);
document.addEventListener("focusin", tellOfMark);
document.addEventListener("mouseover", tellOfMark);
document.addEventListener("touchstart", (event) => { touched = event.changedTouches[0].clientX; }, { passive: true });
document.addEventListener("touchend", (event) => {
  const moved = event.changedTouches[0].clientX - touched;
  if (Math.abs(moved) > 60) show(now + (moved < 0 ? 1 : -1));
}, { passive: true });
addEventListener("resize", fit);
addEventListener("hashchange", fromAddress);
addEventListener("pagehide", () => notesWindow?.close());
fit();
fromAddress();
