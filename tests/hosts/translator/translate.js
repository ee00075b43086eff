// What the translators of Chrome and Edge do to a page: each text moves into an element of its own,
// and the old node goes. They reach into closed roots, which a page's script cannot: the test's
// handle on the root stands in for that.
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
