// Find anything: Ctrl-K, or the field in the header, opens a window. What it shows is the page /find itself, so that
// both give one answer; on that page the field answers while the reader types.
(() => {
  const PAUSE = 120; // milliseconds after the last letter
  const root = new URL("..", document.currentScript.src);
  const told = document.querySelector('meta[name="words"]');
  const words = told ? JSON.parse(told.content) : {};
  let shown; // the window, once it was opened

  function address(text) {
    const here = new URLSearchParams(location.search), found = new URL("find", root);
    if (text) found.searchParams.set("q", text);
    for (const name of ["lang", "release"]) if (here.has(name)) found.searchParams.set(name, here.get(name));
    return found;
  }

  // Asks for an answer after each pause of typing; only the newest question is answered.
  function asker(show, failed) {
    let timer, running;
    return (text) => {
      clearTimeout(timer);
      running?.abort();
      timer = setTimeout(async () => {
        running = new AbortController();
        try {
          const answer = await fetch(address(text), { signal: running.signal });
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          show(page.querySelector(".answers") ?? failed(), text);
        } catch (error) {
          if (error.name !== "AbortError") show(failed(), text);
        }
      }, PAUSE);
    };
  }

  function element(tag, attributes = {}, ...inside) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...inside);
    return made;
  }

  const failure = () => element("div", { class: "answers" }, element("p", { class: "answers-sentence" }, words.search_failed));

  function makeWindow() {
    const field = element("input", {
      type: "text", name: "q", role: "combobox", "aria-expanded": "false", "aria-controls": "find-list",
      "aria-autocomplete": "list", "aria-label": words.search_label, placeholder: words.search_hint, maxlength: "80",
      autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go",
    });
    const close = element("button", { type: "button" }, words.search_close);
    const sentence = element("p", { class: "answers-sentence", role: "status" }, words.search_what);
    const list = element("div", { class: "answers", id: "find-list", role: "listbox", "aria-label": words.search_title });
    const all = element("a", { href: address("") }, words.search_all);
    const foot = element("p", { class: "find-foot" }, element("span", {}, words.search_how), all);
    const made = element("dialog", { class: "find-window", "aria-label": words.search_title },
      element("div", { class: "find-form" }, field, close), sentence, list, foot);
    let answered = "";

    const options = () => [...list.querySelectorAll(".answer")];
    const chosen = () => list.querySelector('[aria-selected="true"]');
    function choose(option) {
      chosen()?.setAttribute("aria-selected", "false");
      option?.setAttribute("aria-selected", "true");
      option?.scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", option?.id ?? "");
    }
    function show(answers, text) {
      answered = text;
      sentence.textContent = answers.querySelector(".answers-sentence")?.textContent ?? "";
      const groups = [...answers.querySelectorAll("section")];
      for (const group of groups) {
        const name = group.querySelector("h2");
        group.removeAttribute("aria-labelledby");
        group.setAttribute("role", "group");
        group.setAttribute("aria-label", name.firstChild.textContent.trim());
        name.setAttribute("aria-hidden", "true");
        group.querySelectorAll("ul, li").forEach((one) => one.setAttribute("role", "none"));
        group.querySelectorAll(".answer-source").forEach((one) => one.remove());
      }
      list.replaceChildren(...groups);
      list.scrollTop = 0;
      options().forEach((option, at) => {
        option.id = `find-${at}`;
        option.tabIndex = -1;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
      });
      field.setAttribute("aria-expanded", String(groups.length > 0));
      choose(options()[0]);
    }
    const ask = asker(show, failure);
    field.addEventListener("input", () => {
      all.href = address(field.value);
      ask(field.value);
    });
    field.addEventListener("keydown", (event) => {
      const among = options(), at = among.indexOf(chosen());
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        choose(among[(at + (event.key === "ArrowDown" ? 1 : -1) + among.length) % among.length]);
      } else if (event.key === "Enter" && !event.isComposing) {
        event.preventDefault();
        location.assign((answered === field.value && chosen()?.href) || address(field.value));
      }
    });
    close.addEventListener("click", () => made.close());
    made.addEventListener("click", (event) => event.target === made && made.close());
    document.body.append(made);
    return { made, field };
  }

  function open() {
    const field = document.querySelector(".find main input");
    if (field) return field.select();
    shown ??= makeWindow();
    if (!shown.made.open) shown.made.showModal();
    shown.field.focus();
    shown.field.select();
  }

  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    open();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.(".find-open") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });

  // The page of results: the answer and the address follow what is typed, the arrow keys lead through the answers.
  document.addEventListener("DOMContentLoaded", () => {
    const main = document.querySelector(".find main");
    if (!main) return;
    const field = main.querySelector("input");
    const ask = asker((answers, text) => {
      main.querySelector(".answers").replaceWith(answers);
      history.replaceState(null, "", address(text));
    }, () => main.querySelector(".answers"));
    field.addEventListener("input", () => ask(field.value));
    main.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      const stops = [field, ...main.querySelectorAll(".answer")];
      const next = stops[stops.indexOf(document.activeElement) + step];
      event.preventDefault();
      next?.focus();
    });
    if (!field.value) field.focus();
  });
})();
