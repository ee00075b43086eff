// Records everything that this host page can measure about the frame after the widget is ready.
window.learned = [];
(() => {
  const measure = (frame) => {
    const { width, height } = frame.getBoundingClientRect();
    const selection = getSelection();
    selection.selectAllChildren(document.body);
    const text = selection.toString();
    selection.removeAllRanges();
    const found = ["Start", "Continue", "Call 999", "danger"].filter((word) => self.find && find(word, true, false, true));
    selection.removeAllRanges();
    return JSON.stringify([width, height, history.length, frame.contentWindow.length, scrollX, text.length, found, document.title, location.href]);
  };
  addEventListener("load", () => {
    const frame = document.querySelector("iframe");
    let before;
    frame.addEventListener("ppimhs-finder-ready", () => {
      ["step", "end", "resize", "failed"].forEach((name) =>
        frame.addEventListener("ppimhs-finder-" + name, () => learned.push(name))
      );
      addEventListener("message", ({ data }) => learned.push("message " + JSON.stringify(data)));
      before = measure(frame);
    });
    setInterval(() => {
      if (!before) return;
      const now = measure(frame);
      if (now !== before) learned.push(before + " became " + now);
      before = now;
    }, 50);
  });
})();
