// The custom element: shows the crisis block at once, fetches the widget, and catches every fall.
// It knows no question and no answer, and holds no word that a visitor reads: those it shows itself
// come from the pathway, through the build.

import words from "./generated/crisis.json";

const NAME = "ppimhs-finder";
const KEY = "ppimhsFinder";
const TIMEOUT_MS = 20000;
const BACK_TIMEOUT_MS = 500;
// What a host's trackers listen to. It stops at the shadow root, after the widget has seen it.
const PRIVATE = ["click", "input", "change", "keydown", "keyup", "submit"];

const at = (path) => new URL(path, import.meta.url).href;
const guide = at("plain.html");

/** The widgets on this page, each with a way to fail. */
const running = new Set();
/** The widget's module; one for all elements, so that a second one loads nothing. */
let loading;
/** After a panic the module cannot be trusted, and cannot be loaded a second time. */
let dead = false;

const make = (tag, attributes, ...content) => {
  const element = document.createElement(tag);
  Object.keys(attributes).forEach((name) => element.setAttribute(name, attributes[name]));
  element.append(...content);
  return element;
};

const failure = (code) => (error) => {
  throw error && error.code ? error : { code, detail: String((error && error.message) || error) };
};

const get = (address) =>
  fetch(address)
    .then((response) => {
      if (!response.ok) throw Error(response.status + " " + address);
      return response;
    })
    .catch(failure("load"));

const bytes = (address) =>
  get(address).then((response) => response.arrayBuffer()).then((buffer) => new Uint8Array(buffer));

// A module and the script that drives it are fetched side by side: in series the first question
// comes a round trip later.
const module = (script, wasm) =>
  Promise.all([script.catch(failure("load")), get(at(wasm))]).then(([glue, response]) =>
    glue.default({ module_or_path: response }).then(() => glue, failure("wasm"))
  );

const load = () => {
  if (dead) return Promise.reject({ code: "panic", detail: "the widget failed before on this page" });
  if (!loading) {
    loading = module(import("./app/ppimhs_finder.js"), "app/ppimhs_finder_bg.wasm");
    // An element that is put back later may have more luck.
    loading.catch(() => (loading = undefined));
  }
  return loading;
};

/** The pathway as the widget reads it: made by the build, or by the reader from a page's own files. */
const edition = (address) => {
  if (!address) return bytes(at("pathways/ppimhs/en-GB.edition.bin"));
  const pathway = new URL(address, document.baseURI).href;
  return Promise.all([
    module(import("./app/ppimhs_reader.js"), "app/ppimhs_reader_bg.wasm"),
    bytes(pathway),
    bytes(new URL("words/en-GB.json", pathway)),
  ]).then(([reader, pathway, words]) => reader.compile(pathway, words));
};

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
};

/** A page that needs no module: a heading, a line, and the crisis block, open. */
const standby = (level, title, line) => {
  const crisis = words.crisis;
  const number = (contact) =>
    make(
      "li",
      {},
      make("a", { class: "finder-crisis__number", href: "tel:" + contact.tel }, contact.name),
      make("span", { class: "finder-crisis__when" }, contact.when)
    );
  return make(
    "div",
    { class: "finder-step", lang: words.language, dir: words.direction },
    make("h" + level, { class: "nhsuk-heading-l", tabindex: -1 }, title),
    make("p", { class: "nhsuk-body-l finder-lead" }, line),
    make(
      "section",
      { class: "finder-crisis", "aria-label": crisis.title, "data-crisis": "open" },
      make("h" + (level + 1), { class: "nhsuk-heading-m finder-crisis__title" }, crisis.title),
      make("ul", { class: "nhsuk-list finder-crisis__contacts" }, ...crisis.contacts.map(number)),
      make("div", { class: "finder-crisis__more" }, ...crisis.more.map((more) => make("p", {}, more))),
      make("p", {}, make("a", { href: guide }, crisis.guide))
    )
  );
};

/**
 * The browser's Back and Forward → visits. An entry of the history holds, beside what the host keeps
 * there, one number for each widget on the page: how many screens lie before the one it shows.
 */
const trail = (visit, back) => {
  let id;
  let shown = 0;
  let expected = null;
  let waiting;

  const rename = () => (id = Math.random().toString(36).slice(2));
  const entry = () => {
    const state = history.state;
    return (state && state[KEY]) || { at: {} };
  };
  const write = (method, index, by, depth) => {
    const at = Object.assign({}, entry().at, { [id]: index });
    history[method](Object.assign({}, history.state, { [KEY]: { at, by, depth } }), "");
  };
  const push = (index) => {
    const { at, by, depth } = entry();
    if (!(id in at)) write("replaceState", shown, by, depth);
    write("pushState", index, id, by === id ? depth + 1 : 1);
  };
  const restart = () => {
    const { by, depth } = entry();
    const old = id;
    rename();
    if (by === old) history.go(-depth);
  };
  const pop = (event) => {
    clearTimeout(waiting);
    waiting = 0;
    const entry = event.state && event.state[KEY];
    // An entry of the host's own, such as a jump within its page, says nothing about us.
    if (!entry) return;
    const index = entry.at[id] || 0;
    if (index !== shown && visit(index)) expected = index;
  };

  rename();
  addEventListener("popstate", pop);
  return {
    shown(index) {
      try {
        if (expected !== null) {
          if (index !== expected) write("replaceState", index, entry().by, entry().depth);
        } else if (!index && shown) {
          restart();
        } else if (index !== shown) {
          push(index);
        }
      } catch (error) {
        // A sandboxed frame has no history, and Safari allows 100 entries in 30 seconds: the
        // widget's own Back works without.
      }
      expected = null;
      shown = index;
    },
    back() {
      if (waiting) return true;
      try {
        const { at, by } = entry();
        if (by !== id || at[id] !== shown) return false;
        history.back();
      } catch (error) {
        return false;
      }
      // A frame shares its history with the page around it, which may have been what went back.
      waiting = setTimeout(() => {
        waiting = 0;
        back();
      }, BACK_TIMEOUT_MS);
      return true;
    },
    end() {
      clearTimeout(waiting);
      removeEventListener("popstate", pop);
    },
  };
};

/** One life of an element on the page: from the crisis block to the widget, or to the guide. */
const begin = (element, holder) => {
  const level = Number((/^\s*([1-4])\s*$/.exec(element.getAttribute("heading-level")) || [0, 2])[1]);
  let place = make("div", {}, standby(level, words.title, words.loading));
  let finder;
  let ready = false;
  let over = false;

  const tell = (name, detail) =>
    element.dispatchEvent(new CustomEvent(NAME + "-" + name, { bubbles: true, detail }));
  const steps = trail(
    (index) => {
      if (finder) finder.visit(index);
      return finder;
    },
    () => finder && finder.back()
  );
  const stop = () => {
    over = true;
    clearTimeout(timer);
    steps.end();
    running.delete(fail);
  };
  const fail = (code, detail) => {
    if (over) return;
    stop();
    console.error(NAME + ": " + code + ": " + detail);
    // A new place: the old one still has the dead widget's ears.
    const old = place;
    place = make("div", {}, standby(level, words.failed_title, words.failed));
    old.replaceWith(place);
    if (ready) place.querySelector("[tabindex]").focus({ preventScroll: true });
    tell("failed", { code });
  };
  const timer = setTimeout(() => fail("timeout", TIMEOUT_MS + " ms"), TIMEOUT_MS);
  const host = {
    guide,
    today: today(),
    attribute: (name) => element.getAttribute(name),
    complain: (line) => console.warn(NAME + ": " + line),
    shown(index, end) {
      if (over) return;
      steps.shown(index);
      if (!ready) {
        ready = true;
        clearTimeout(timer);
        tell("ready");
      }
      tell("step", { index });
      if (end) tell("end");
    },
    back: () => steps.back(),
    failed(code, detail) {
      dead = true;
      running.forEach((fail) => fail(code, detail));
    },
  };

  running.add(fail);
  holder.append(place);
  Promise.resolve()
    .then(() => Promise.all([load(), edition(element.getAttribute("pathway"))]))
    .then(([glue, edition]) => {
      if (!over) finder = glue.start(place, edition, host);
    })
    .catch(failure("pathway"))
    .catch((error) => fail(error.code, error.detail));

  return () => {
    if (over) return place.remove();
    stop();
    if (finder) finder.destroy();
    place.remove();
  };
};

// A fault below Rust's own, such as no memory, ends the module without a word to anyone.
const overhear = (error) => {
  if (!running.size || !(error && String(error.stack).includes("ppimhs_finder"))) return;
  dead = true;
  running.forEach((fail) => fail("panic", String(error)));
};

const lives = new WeakMap();

class Finder extends HTMLElement {
  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "closed" });
    PRIVATE.forEach((type) => shadow.addEventListener(type, (event) => event.stopPropagation()));
    const styles = make("link", { rel: "stylesheet", href: at("styles/widget.css") });
    const holder = make("div", {});
    // The styles count in the text size that the visitor chose in their browser.
    styles.onload = () => holder.style.setProperty("--rem", getComputedStyle(this).fontSize);
    shadow.append(styles, holder);
    lives.set(this, { holder });
  }

  connectedCallback() {
    const life = lives.get(this);
    if (!life.end) life.end = begin(this, life.holder);
  }

  // An element that is only moved is put back before the microtask, and keeps its journey.
  disconnectedCallback() {
    const life = lives.get(this);
    Promise.resolve().then(() => {
      if (this.isConnected || !life.end) return;
      life.end();
      life.end = null;
    });
  }
}

// The script may stand on a page twice: the first one serves every element.
if (!customElements.get(NAME)) {
  addEventListener("error", (event) => overhear(event.error));
  addEventListener("unhandledrejection", (event) => overhear(event.reason));
  customElements.define(NAME, Finder);
}
