// Wraps each text of the page in a new element and removes the old text node, as the translators of
// Chrome and Edge do. These translators also change closed shadow roots. This script cannot, so it
// uses the reference to the shadow root that the test stores.
(() => {
  const translate = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.filter(({ data, parentNode }) => data.trim() && !/^(FONT|STYLE|SCRIPT)$/.test(parentNode.nodeName)).forEach((text) => {
      const font = document.createElement("font");
      text.parentNode.replaceChild(font, text);
      font.appendChild(document.createTextNode(text.data));
    });
  };
  const watch = (root) => {
    translate(root);
    new MutationObserver(() => translate(root)).observe(root, { childList: true, subtree: true });
  };
  addEventListener("DOMContentLoaded", () => [document.body, ...window.roots].forEach(watch));
})();
