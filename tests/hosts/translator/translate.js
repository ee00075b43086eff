// The translators of Chrome and Edge wrap each text in a new element and remove the old text node.
// They also reach closed shadow roots, for which this script uses the handle of the test.
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
