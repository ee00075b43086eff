// Acts like two kinds of marketing scripts. One kind records everything that a visitor does. The
// other kind reports every click and every field. The test receives all their data.
(() => {
  const hand = (what) => window.seen.told.push(JSON.stringify(what));
  rrwebRecord.record({ emit: hand, maskAllInputs: false, maskInputOptions: {}, recordCrossOriginIframes: true, collectFonts: true, inlineStylesheet: true });

  const words = (node) => node && [node.nodeName, node.id, node.className, node.value, node.innerText, node.outerHTML];
  const track = (event) => hand([event.type, event.key, event.data, event.detail, ...event.composedPath().map(words), words(event.target), words(document.activeElement)]);
  const types = ["click", "mousedown", "mouseup", "mouseover", "pointerup", "touchend", "input", "beforeinput", "change", "keydown", "keypress", "keyup", "submit", "focus", "blur", "focusin", "focusout", "copy", "paste", "select", "selectionchange", "scroll", "toggle"];
  types.forEach((type) => addEventListener(type, track, true));
  // Some marketing scripts read the whole page again and again.
  setInterval(() => {
    const all = [...document.querySelectorAll("*")];
    hand(all.map((node) => [node.nodeName, node.shadowRoot && node.shadowRoot.innerHTML, node.innerText]));
    hand([String(getSelection()), document.title, location.href, history.state, document.documentElement.innerText]);
  }, 200);
})();
