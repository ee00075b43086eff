// Applies the stylesheet to a widget. All elements on the page share one stylesheet.

import { createElement } from "./dom.js";
import { NativePromise } from "./native-promise.js";

// How long the start page waits for its styles.
const STYLES_MS = 1500;

// The stylesheet is in the folder of this script.
const STYLESHEET = new URL("widget.css", import.meta.url).href;

let loading;

/**
 * Creates the stylesheet. The file is loaded first: a browser that cannot create a stylesheet then
 * has the file when a link asks for it.
 */
const loadSheet = async (resources) => {
  const text = await (await resources.stylesheet()).text();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  // A web page or an empty answer has no rules.
  if (!sheet.cssRules[9]) throw Error("no styles");
  return sheet;
};

/** Resolves when the stylesheet is there or has failed, or after a time limit. */
export const untilStyled = ({ resources }) =>
  new NativePromise((resolve) => {
    loading = loading || loadSheet(resources);
    setTimeout(resolve, STYLES_MS);
    loading.then(resolve, resolve);
  });

/** Applies the stylesheet as soon as it is there. */
export const applyStyles = ({ container, element, guarded, resources, root }) => {
  // One rem of the widget is the text size that the visitor chose in the browser.
  const setRem = () => container.style.setProperty("--rem", getComputedStyle(element).fontSize);
  // Some browsers and pages cannot use the stylesheet from a script. They use a link to it.
  const link = () => {
    const sheet = createElement("link", { rel: "stylesheet", href: STYLESHEET });
    sheet.addEventListener("load", setRem);
    root.prepend(sheet);
  };
  const apply = (sheet) => {
    try {
      root.adoptedStyleSheets = [sheet];
      setRem();
    } catch (error) {
      link();
    }
  };
  loading = loading || loadSheet(resources);
  loading.then(
    (sheet) => guarded(() => apply(sheet)),
    () => guarded(link)
  );
};
