// Tells Streamlit where its server is. Without it a deep link first asks /<screen>/_stcore/health and gets a 404.
window.__streamlit = { BACKEND_BASE_URL: new URL("..", document.currentScript.src).href };

// Charts are drawn on the server: it must know before the first answer whether this is a phone.
document.cookie = `room=${innerWidth < 600 ? "phone" : "desk"}; path=/; SameSite=Lax`;
// The calendar begins with the reader's day, not with the server's. A browser's own words for dates would have to be
// fetched first, before anything is seen.
const now = new Date(), local = new Date(now - now.getTimezoneOffset() * 60_000);
document.cookie = `today=${local.toISOString().slice(0, 10)}; path=/; SameSite=Lax`;

// In the page of another site every link leads out of it, to a page with its menu.
if (new URLSearchParams(location.search).get("embed") === "true") {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && !link.getAttribute("href").startsWith("#")) link.target = "_blank";
  }, true);
}

// The place that the reader came for is remembered by this browser: the first one that is seen, another when it is
// chosen, none when that is asked for.
function keepPlace(place) {
  document.cookie = `place=${place}; path=/; SameSite=Lax; max-age=${place ? 31536000 : 0}`;
}
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-choose]");
  if (link) keepPlace(link.dataset.choose);
}, true);
function keepFirstPlace(head) {
  const place = head.dataset.place;
  if (place !== "VN" && !/(^|; )place=/.test(document.cookie)) keepPlace(place);
}

// A click on a drawn value opens its evidence. Streamlit's own way (select, rerun, switch the page) overwrites the
// address of the chart in the browser's history, so that Back would lead somewhere else.
function openEvidence(event) {
  const row = event.points[0].customdata?.[0];
  if (!row) return;
  const here = new URL(location.href);
  const address = new URL("sources", here);
  address.searchParams.set("row", row);
  for (const name of ["lang", "release"]) {
    if (here.searchParams.has(name)) address.searchParams.set(name, here.searchParams.get(name));
  }
  location.assign(address);
}

// After the line was cut the server may know nothing of this page: it is asked to show the address once more, so that
// the reader's next click is a change of something that it has shown.
function followConnection(app) {
  let known = false, cut = false;
  new MutationObserver(() => {
    const connected = app.dataset.testConnectionState === "CONNECTED";
    if (connected && cut) dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
    cut = known && !connected;
    known ||= connected;
  }).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });
}

// Streamlit's links show the open screen by a shade only, and give the first screen an empty address, which a new tab
// would read as "this page".
function mendNavigation() {
  const open = location.pathname.split("/").pop();
  for (const link of document.querySelectorAll('.st-key-header [data-testid="stPageLink-NavLink"]')) {
    const address = link.getAttribute("href");
    if (!/^[.a-z]/.test(address)) link.setAttribute("href", "./" + address);
    const current = new URL(link.href).pathname.split("/").pop() === open;
    if (!current && link.hasAttribute("aria-current")) link.removeAttribute("aria-current");
    if (current && link.getAttribute("aria-current") !== "page") link.setAttribute("aria-current", "page");
  }
}

// The tile map is one stop of the Tab key; the arrows go to the nearest tile on their side.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
function stopOnce(map) {
  map.querySelectorAll("a.tile").forEach((tile, index) => { tile.tabIndex = index ? -1 : 0; });
}
document.addEventListener("keydown", (event) => {
  const tile = event.target.closest?.("a.tile"), arrow = ARROWS[event.key];
  if (!tile || !arrow) return;
  event.preventDefault();
  const { left, top } = tile.getBoundingClientRect();
  const far = (other) => {
    const box = other.getBoundingClientRect(), x = box.left - left, y = box.top - top;
    const ahead = x * arrow[0] + y * arrow[1], aside = Math.abs(x * arrow[1]) + Math.abs(y * arrow[0]);
    return ahead > 1 ? ahead + 2 * aside : Infinity;
  };
  const [next] = [...tile.parentElement.querySelectorAll("a.tile")].sort((one, other) => far(one) - far(other));
  if (far(next) === Infinity) return;
  tile.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
});

// "Print the list": the browser's own print, the style sheet does the rest.
document.addEventListener("click", (event) => event.target.closest?.("[data-print]") && window.print());

// The snippet that puts the picture of a chart into another page, named by the heading over it. It follows the newest data
// unless the view is of an older release. A document of its own writes it, which fetches nothing.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".files button");
  if (!button) return;
  const foot = button.closest(".files"), shown = foot.nextElementSibling;
  const open = !shown?.matches(".snippet");
  button.setAttribute("aria-expanded", open);
  if (!open) return shown.remove();
  const picture = new URL(foot.querySelector("a").href);
  picture.searchParams.delete("download");
  const link = document.implementation.createHTMLDocument().createElement("a");
  link.href = location.href;
  const before = (heading) => heading.compareDocumentPosition(foot) & Node.DOCUMENT_POSITION_FOLLOWING;
  const alt = [...document.querySelectorAll("h1, h2, h3")].filter(before).at(-1)?.innerText ?? "";
  link.append(Object.assign(link.ownerDocument.createElement("img"), { src: picture.href, alt }));
  link.firstChild.style.maxWidth = "100%";
  const code = Object.assign(document.createElement("pre"), { className: "snippet", tabIndex: 0 });
  code.textContent = link.outerHTML;
  foot.after(code);
});

// Paper cannot be clicked: the address of the view stands at its foot. A chart that was drawn for the screen is scaled.
addEventListener("beforeprint", () => {
  for (const chart of document.querySelectorAll(".js-plotly-plot .main-svg")) {
    chart.setAttribute("viewBox", `0 0 ${chart.getAttribute("width")} ${chart.getAttribute("height")}`);
  }
  const foot = document.querySelector(".paper-address");
  if (foot) foot.textContent = decodeURI(location.href);
});

addEventListener("afterprint", () => {
  for (const chart of document.querySelectorAll(".js-plotly-plot .main-svg")) chart.removeAttribute("viewBox");
});

const WORDS = JSON.parse(document.querySelector('meta[name="words"]').content);

// The link that skips the navigation speaks the page's language.
function translateSkip() {
  const skip = document.querySelector('[data-testid="stSkipToContent"]');
  if (skip && skip.textContent !== WORDS.skip) skip.textContent = WORDS.skip;
}

// Streamlit's widgets say these in English only.
const SPOKEN = [
  [/^Select all$/, "widget_select_all"],
  [/^Select (\d+) matches$/, "widget_select_matches"],
  [/^No results$/, "widget_no_results"],
  [/^You can only select up to (\d+) options?\. Remove an option first\.$/, "widget_most"],
  [/^Press Enter to apply$/, "widget_enter"],
  [/^Remove (.+)$/s, "widget_remove"],
  [/^Clear all$/, "widget_clear_all"],
  [/^Clear value$/, "widget_clear_value"],
  [/^Open$/, "widget_open"],
  [/^Selected values$/, "widget_selected"],
  [/^(\d+) options? available\.$/, "widget_available"],
];
const LABELLED = ["stMultiSelect", "stSelectbox"].map((one) => `[data-testid="${one}"] [aria-label]`).join();
const SAYING = '[role="listbox"], [data-testid="InputInstructions"], [data-live-announcer]';

function translated(text) {
  const found = SPOKEN.find(([english]) => english.test(text));
  return found ? WORDS[found[1]].replace("{value}", text.match(found[0])[1] ?? "") : text;
}

function translateWidgets() {
  if (document.documentElement.lang === "en") return;
  for (const one of document.querySelectorAll(LABELLED)) {
    const label = one.getAttribute("aria-label"), spoken = translated(label);
    if (spoken !== label) one.setAttribute("aria-label", spoken);
  }
  for (const one of document.querySelectorAll(SAYING)) {
    const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const spoken = translated(texts.currentNode.data);
      if (spoken !== texts.currentNode.data) texts.currentNode.data = spoken;
    }
  }
}

// The preview of a deck is the hall's own page in a frame; Streamlit keeps frames out of its own markup.
function framePreview(box) {
  const link = box.querySelector("a");
  const address = new URL(link.href);
  if (address.origin !== location.origin || !address.pathname.endsWith("/api/v1/decks/hall.html")) return;
  const frame = document.createElement("iframe");
  frame.src = address.href;
  frame.title = link.textContent;
  box.replaceChildren(frame);
}

// The years of a figure: what is of a later year than the reader's is not shown, be it a chart, a map or a table.
// Nothing moves between two years. The line of a path ends with the last value that is shown.
function cutPath(path, limit) {
  path.dataset.whole ??= path.getAttribute("d");
  const points = path.dataset.whole.match(/[-\d.e]+,[-\d.e]+/g) ?? [];
  const kept = points.filter((point) => parseFloat(point) <= limit);
  path.setAttribute("d", kept.length === points.length ? path.dataset.whole : kept.length > 1 ? `M${kept.join("L")}` : "M0,0");
}

function showYear(figure) {
  const box = figure.querySelector(".years");
  const slider = box?.querySelector("input");
  if (!slider) return;
  const year = Number(slider.value), early = year < Number(slider.max);
  if (box.querySelector("output").textContent !== slider.value) box.querySelector("output").textContent = slider.value;
  for (const cell of figure.querySelectorAll("[data-year]")) cell.classList.toggle("later", Number(cell.dataset.year) > year);
  for (const value of figure.querySelectorAll("[data-only]")) value.hidden = Number(value.dataset.only) !== year;
  for (const chart of figure.querySelectorAll(".js-plotly-plot")) {
    const pixel = chart._fullLayout?.xaxis?.l2p;
    if (!pixel) continue;
    const ofMonths = (mark) => mark.closest(".trace")?.__data__?.[0]?.trace?.meta === "months"; // they end with December, at their year
    for (const mark of chart.querySelectorAll(".point, .textpoint")) mark.classList.toggle("later", (ofMonths(mark) ? Math.ceil(mark.__data__.x - 0.01) : Math.round(mark.__data__.x)) > year);
    for (const path of chart.querySelectorAll(".js-line, .js-fill")) cutPath(path, early ? pixel(ofMonths(path) ? year + 0.01 : year + 0.5) : Infinity);
    chart.classList.toggle("early", early);
  }
}

function chooseYear(figure, year) {
  figure.querySelector(".years input").value = year;
  showYear(figure);
  const address = new URL(location.href);
  if (Number(year) === Number(figure.querySelector(".years input").max)) address.searchParams.delete("year");
  else address.searchParams.set("year", year);
  history.replaceState(history.state, "", address);
}

// Play: from year to year with a value. Who wants no motion goes one year further with each press.
let playing = 0;
function stopPlaying() {
  clearInterval(playing);
  playing = 0;
  for (const button of document.querySelectorAll(".years .play")) button.textContent = button.dataset.play;
}

function play(figure, button) {
  if (playing) { stopPlaying(); return; }
  const slider = figure.querySelector(".years input");
  const stops = figure.querySelector(".years").dataset.stops.split(" ").map(Number).filter((year) => year >= slider.min);
  const step = () => {
    const next = stops.find((year) => year > Number(slider.value));
    if (next === undefined || !slider.isConnected) { stopPlaying(); return; }
    chooseYear(figure, next);
  };
  if (Number(slider.value) >= stops.at(-1)) chooseYear(figure, stops[0]); else step();
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  button.textContent = button.dataset.pause;
  playing = setInterval(step, 900);
}

document.addEventListener("input", (event) => {
  const figure = event.target.matches?.(".years input") && event.target.closest(".st-key-figure");
  if (figure) { stopPlaying(); chooseYear(figure, event.target.value); }
});

document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".years button");
  const figure = button?.closest(".st-key-figure");
  if (!figure) return;
  if (button.matches(".play")) play(figure, button);
  else if (document.fullscreenElement) document.exitFullscreen();
  else figure.parentElement.requestFullscreen?.();
});

addEventListener("keydown", (event) => event.key === "Escape" && document.fullscreenElement && document.exitFullscreen());

// The steward's desk. Words that are selected in a paper fill the fields for a new row; who only types fills them by hand.
function fillField(box, value) {
  const field = document.querySelector(`.st-key-${box} input`);
  if (!field) return;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
}
function chooseWords(event) {
  const selection = getSelection();
  const line = selection.rangeCount && selection.getRangeAt(0).startContainer.parentElement?.closest(".paper-select li");
  const words = String(selection).replace(/\s+/g, " ").trim();
  if (!line || !words || !event.target.closest?.(".paper-select")) return;
  fillField("plan-add-line", String(line.value));
  fillField("plan-add-printed", words);
}
for (const kind of ["mouseup", "keyup", "touchend"]) document.addEventListener(kind, chooseWords);

// When a sheet of rows was saved, the keyboard goes on in the first field of the next.
let openRow = "";
function followRows() {
  const first = document.querySelector(".st-key-plan-rows .plan-row"), row = first?.dataset.row ?? "";
  if (row === openRow) return;
  const moved = openRow && row;
  openRow = row;
  if (moved) first.closest('[data-testid="stHorizontalBlock"]')?.querySelector("input")?.focus();
}

new MutationObserver(() => {
  mendNavigation();
  followRows();
  translateSkip();
  translateWidgets();
  document.querySelectorAll(".deck-preview:has(> a)").forEach(framePreview);
  document.querySelectorAll(".tiles:not([data-stop])").forEach((map) => {
    map.dataset.stop = "";
    stopOnce(map);
  });
  document.querySelectorAll("#root .home-head:not([data-kept])").forEach((head) => {
    head.dataset.kept = "";
    keepFirstPlace(head);
  });
  document.querySelectorAll('[data-testid="stApp"]:not([data-followed])').forEach((app) => {
    app.dataset.followed = "";
    followConnection(app);
  });
  for (const chart of document.querySelectorAll(".js-plotly-plot:not([data-listening])")) {
    if (!chart.on) continue;
    chart.dataset.listening = "";
    chart.on("plotly_click", openEvidence);
    const figure = chart.closest(".st-key-figure");
    if (!figure) continue;
    chart.on("plotly_afterplot", () => {
      for (const path of chart.querySelectorAll("[data-whole]")) delete path.dataset.whole;
      showYear(figure);
    });
    showYear(figure);
  }
  for (const box of document.querySelectorAll(":is(.years, .by-year, .year-map):not([data-shown])")) {
    box.dataset.shown = "";
    showYear(box.closest(".st-key-figure"));
  }
}).observe(document, { childList: true, subtree: true, characterData: true });
