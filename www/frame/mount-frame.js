// Runs fallback level 3: the widget in a frame, where no script of the host page can reach it. The
// visitor sees the start page until the widget in the frame is ready.

import { createElement, createWith } from "../element/dom.js";
import { hasExit } from "../element/exit-address.js";
import { loadError } from "../element/load-error.js";
import { NativePromise } from "../element/native-promise.js";
import { markReady } from "../element/ready.js";
import { title } from "../generated/crisis.json";
import { handleMessage } from "./frame-parent.js";
import { decodeMessage, encodeMessage } from "./protocol.js";

const HELLO_MS = 6000;
const SILENT =
  "frame.html does not answer: a policy or a filter blocks it, or its server sends it as text";
const ATTRIBUTES = ["pathway", "trust", "heading-level", "exit", "lang", "height"];
const FILE_ATTRIBUTES = ["pathway", "trust"];
const MIN_FIXED_PX = 400;
const HIDDEN = "display:block;width:100%;height:0;border:0;visibility:hidden";

/** Returns the address of the frame, which contains the attributes of the element. */
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

/**
 * Returns the fixed height of the frame in pixels, or null for a frame that is as tall as its
 * content.
 */
const fixedHeight = (lifecycle) => {
  const height = lifecycle.attribute("height");
  return height === null ? null : Math.max(Number.parseInt(height, 10) || 0, MIN_FIXED_PX);
};

const showFrame = (lifecycle, frame) =>
  lifecycle.guarded(() => {
    lifecycle.mountPoint.remove();
    lifecycle.mountPoint = frame;
    frame.style.visibility = "";
    const height = fixedHeight(lifecycle);
    if (height !== null) frame.style.height = height + "px";
    markReady(lifecycle, 3);
    if (lifecycle.startRequested) frame.focus();
  });

/**
 * Adds a frame with the widget to the element. The promise resolves when the widget in the frame is
 * ready.
 */
export const mountFrame = (lifecycle) =>
  new NativePromise((resolve, reject) => {
    createWith(lifecycle.createEmpty);
    const url = frameUrl(lifecycle);
    const frame = lifecycle.guarded(() => createFrame(url));
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
        if (hasExit(lifecycle)) lifecycle.frameExit = frameExit;
        resolve();
      }
      // A hidden frame has no height. The page sets the height of the frame when it shows the
      // frame.
      if (name === "resize") lastResize = message;
      else handleMessage(frame, url.origin, message);
      if (lifecycle.isReady && lastResize) handleMessage(frame, url.origin, lastResize);
    };
    const listener = (event) => {
      const message = decodeMessage(event, frame.contentWindow, url.origin);
      if (message) onMessage(message);
    };
    const timer = setTimeout(() => fail("frame", SILENT), HELLO_MS);
    // While the focus is outside the frame, this page receives the presses of Shift, and asks the
    // frame to exit.
    const frameExit = {
      click: () => frame.contentWindow.postMessage(encodeMessage("exit"), url.origin),
    };
    const cleanup = () => {
      lifecycle.frameExit = null;
      clearTimeout(timer);
      removeEventListener("message", listener);
      frame.remove();
    };
    addEventListener("message", listener);
    lifecycle.cleanups.push(cleanup);
    lifecycle.guarded(() => lifecycle.container.append(frame));
  });
