// The first page: drawn by the server, it is read at once. Streamlit is fetched after it has been seen, builds its own
// page unseen behind this one, and takes its place when it stands, where the reader has come to.
(() => {
  const drawn = document.getElementById("drawn"), root = document.getElementById("root");
  const told = document.querySelector('meta[name="streamlit"]');
  const { scripts, styles, modules } = JSON.parse(told.content);

  function fetchStreamlit() {
    const add = (name, facts) => document.head.append(Object.assign(document.createElement(name), facts));
    for (const href of styles) add("link", { rel: "stylesheet", href });
    for (const src of scripts) add("script", { type: "module", crossOrigin: "", src });
    for (const href of modules) add("link", { rel: "modulepreload", crossOrigin: "", href });
  }
  // After the first paint: a frame is asked for, and painted before the task that follows it. A page that is opened in
  // the background paints nothing and need not wait.
  if (!drawn || document.hidden) fetchStreamlit();
  else requestAnimationFrame(() => setTimeout(fetchStreamlit));
  if (!drawn) return;

  // Our letters that did not come in time for the first paint must not come later: Streamlit's page brings them.
  function width(fonts, weight) {
    const probe = document.createElement("span");
    probe.style.cssText = `position:absolute;visibility:hidden;white-space:nowrap;font:${weight} 32px ${fonts}`;
    probe.textContent = "Lộ trình 72";
    drawn.append(probe);
    const wide = probe.getBoundingClientRect().width;
    probe.remove();
    return wide;
  }
  const fonts = ["--first-font", "--near-font"].map((name) => getComputedStyle(document.documentElement).getPropertyValue(name));
  if ([400, 600].some((weight) => width(fonts[0], weight) === width(fonts[1], weight))) document.body.classList.remove("lettered");

  // A picker leads to the address of the new choice. What is usual is not named in it.
  function follow(form) {
    const address = new URL(location.href), asked = new Map();
    address.search = "";
    for (const [name, value] of new FormData(form)) asked.set(name, asked.has(name) ? `${asked.get(name)},${value}` : value);
    const { pick, usual } = form.dataset;
    const value = asked.get(pick) ?? (form.querySelector('[role="switch"]') ? "no" : "");
    asked.delete(pick);
    for (const [name, one] of asked) address.searchParams.set(name, one);
    if (value && value !== usual && !(value === "all" && !usual) && !(value === "no" && !usual)) address.searchParams.set(pick, value);
    if (usual && !value && form.querySelector('[type="text"]')) address.searchParams.set(pick, "");
    address.search = address.search.replaceAll("%2C", ",");
    location.assign(address);
  }
  drawn.addEventListener("change", (event) => {
    const form = event.target.closest(".drawn-pick");
    if (form && !event.target.closest(".drawn-many") && event.target.type !== "text") follow(form);
  });
  drawn.addEventListener("submit", (event) => {
    event.preventDefault();
    follow(event.target);
  });

  // Streamlit stands when its first run has ended, its charts are drawn and the letters are here.
  function stands() {
    const app = root.querySelector('[data-testid="stApp"]');
    return app?.dataset.testScriptState === "notRunning" && app.dataset.testConnectionState === "CONNECTED"
      && root.querySelector('.footer, h1, [data-testid="stAlert"]') && !root.querySelector('[data-testid="stSkeleton"]')
      && [...root.querySelectorAll('[data-testid="stPlotlyChart"]')].every((chart) => chart.querySelector(".point, .js-line"))
      && document.fonts.status === "loaded";
  }
  // A list that is open, or words half typed, are not taken out of the reader's hands.
  function busy() {
    const here = document.activeElement;
    if (!drawn.contains(here)) return !!drawn.querySelector(".drawn-many[open]");
    if (drawn.querySelector(".drawn-many[open]")) return true;
    if (here.matches('input[type="text"]')) return here.value !== here.defaultValue;
    try { return here.matches("select:open"); } catch { return false; }
  }

  const pairs = (selector) => {
    const others = [...root.querySelectorAll(selector)];
    return [...drawn.querySelectorAll(selector)].map((one, at) => [one, others[at]]).filter((pair) => pair[1]);
  };

  function keepFold() {
    const summary = (one) => one.querySelector("summary")?.textContent.trim();
    const others = [...root.querySelectorAll("details")];
    for (const one of drawn.querySelectorAll("details:not(.drawn-many)")) {
      const at = others.findIndex((other) => summary(other) === summary(one));
      if (at < 0) continue;
      const [other] = others.splice(at, 1);
      if (other.open !== one.open) other.open = one.open;
    }
  }

  function keepYear() {
    for (const [one, other] of pairs(".years input")) {
      if (one.value === other.value) continue;
      other.value = one.value;
      other.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  // The same link, heading or field on Streamlit's page.
  function counterpart(here) {
    if (here.href) {
      const same = (one) => one.href === here.href && one.textContent.trim() === here.textContent.trim();
      const at = [...drawn.querySelectorAll("a[href]")].filter(same).indexOf(here);
      return [...root.querySelectorAll("a[href]")].filter(same)[at];
    }
    const picker = here.closest('.stElementContainer[class*="st-key-"]');
    if (picker) {
      const key = [...picker.classList].find((one) => one.startsWith("st-key-"));
      const field = root.querySelector(`.${CSS.escape(key)}`);
      return field?.querySelector("input:checked") ?? field?.querySelector("input, button");
    }
    return pairs(here.tagName.toLowerCase()).find(([one]) => one === here)?.[1];
  }

  function takeOver() {
    const main = root.querySelector('[data-testid="stMain"]'), here = document.activeElement;
    const anchor = drawn.scrollTop > 0 && pairs('[data-testid="stHtml"] :is(h1, h2, h3, p, li, tr, summary)').find(([one, other]) => {
      const { top, height } = one.getBoundingClientRect();
      return height > 0 && top > 0 && !one.closest(".st-key-header") && one.textContent === other.textContent;
    });
    const before = anchor && anchor[0].getBoundingClientRect().top;
    keepFold();
    keepYear();
    for (const [one, other] of pairs(".rug-window, .matrix-frame")) {
      other.scrollTop = one.scrollTop;
      other.scrollLeft = one.scrollLeft;
    }
    main.scrollTop = drawn.scrollTop;
    if (anchor) main.scrollTop += anchor[1].getBoundingClientRect().top - before;
    const next = drawn.contains(here) ? counterpart(here) : null;
    document.body.classList.remove("standing");
    drawn.remove();
    if (next) next.focus({ preventScroll: true });
    document.cookie = "letters=here; path=/; SameSite=Lax; max-age=31536000"; // the next page is drawn with them
  }

  let asked = 0;
  function look() {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => {
      if (!drawn.isConnected || !stands()) return;
      if (busy()) { setTimeout(look, 300); return; }
      // Two frames later what was drawn last is painted; if a run has begun meanwhile, its end is awaited.
      requestAnimationFrame(() => requestAnimationFrame(() => {
        if (!drawn.isConnected) return; // it was taken over already
        if (!stands() || busy()) { look(); return; }
        watch.disconnect();
        takeOver();
      }));
    });
  }
  const watch = new MutationObserver(look);
  watch.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-test-script-state", "data-test-connection-state"] });
  document.fonts.addEventListener("loadingdone", look);
})();
