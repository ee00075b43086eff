// Fallback level 3: the widget in a frame, which no script of the host page reaches. The start page
// shows until the widget in the frame is ready.

import { createElement } from "../element/create-element.js";
import { addExitShortcut } from "../element/exit-shortcut.js";
import { loadError } from "../element/load-error.js";
import { NativePromise } from "../element/native-promise.js";
import { title } from "../generated/crisis.json";
import { handleMessage } from "./frame-parent.js";
import { decodeMessage, encodeMessage } from "./protocol.js";

const HELLO_MS = 6000;
const ATTRIBUTES = ["pathway", "trust", "heading-level", "exit", "lang"];
const FILE_ATTRIBUTES = ["pathway", "trust"];
const HIDDEN = "display:block;width:100%;height:0;border:0;visibility:hidden";

/** The address of the frame, which carries the attributes of the element. */
const frameUrl = (lifecycle) => {
  const url = new URL(lifecycle.urlOf("frame.html"));
  ATTRIBUTES.forEach((name) => {
    const value = lifecycle.attribute(name);
    if (value === null) return;
    const isFile = FILE_ATTRIBUTES.includes(name);
    url.searchParams.set(name, isFile ? new URL(value, document.baseURI).href : value);
  });
  return url;
};

const createFrame = (url) => {
  const frame = createElement("iframe", {
    title,
    allow: "clipboard-write",
    referrerpolicy: "no-referrer",
    src: url.href,
  });
  frame.style.cssText = HIDDEN;
  return frame;
};

const showFrame = (lifecycle, frame) => {
  lifecycle.mountPoint.remove();
  lifecycle.mountPoint = frame;
  frame.style.visibility = "";
  lifecycle.ready(3);
  if (lifecycle.exitRequested) location.replace("about:blank");
  if (lifecycle.startRequested) frame.focus();
};

/** Resolves when the widget in the frame is ready. */
export const mountFrame = (lifecycle) =>
  new NativePromise((resolve, reject) => {
    const url = frameUrl(lifecycle);
    const frame = createFrame(url);
    let lastResize;
    const fail = (code, detail) => {
      const error = loadError(code, detail);
      if (lifecycle.isReady) return lifecycle.fail(error);
      cleanup();
      reject(error);
    };
    const onMessage = (message) => {
      const { name, detail } = message;
      if (name === "failed") return fail(detail.code, "in the frame");
      if (name === "hello") clearTimeout(timer);
      if (name === "step" || name === "end") lifecycle.emit(name, detail);
      if (name === "ready" && !lifecycle.isReady) {
        showFrame(lifecycle, frame);
        resolve();
      }
      // A hidden frame takes no room, so a new height waits until the frame shows.
      if (name === "resize") lastResize = message;
      else handleMessage(frame, url.origin, message);
      if (lifecycle.isReady && lastResize) handleMessage(frame, url.origin, lastResize);
    };
    const listener = (event) => {
      const message = decodeMessage(event, frame.contentWindow, url.origin);
      if (message) onMessage(message);
    };
    const timer = setTimeout(() => fail("frame", "no word from it"), HELLO_MS);
    // The page hears Shift while the focus is outside the frame, and the frame has the exit button.
    const exitButton = {
      click: () => frame.contentWindow.postMessage(encodeMessage("exit"), url.origin),
    };
    const removeExitShortcut = addExitShortcut(
      lifecycle,
      () => lifecycle.isReady && lifecycle.hasExit() && exitButton
    );
    const cleanup = () => {
      removeExitShortcut();
      clearTimeout(timer);
      removeEventListener("message", listener);
      frame.remove();
    };
    addEventListener("message", listener);
    lifecycle.cleanups.push(cleanup);
    lifecycle.container.append(frame);
  });
