// Tries to get a closed shadow root through the class of the element: through a class that extends
// it, and through a second definition with other features.
window.learned = [];
(() => {
  const look = (element, way) => {
    document.body.append(element);
    try {
      const root = element.attachInternals().shadowRoot;
      if (root) window.learned.push(way + ": " + root.mode);
    } catch (error) {
      // The element refuses its internals.
    }
    element.remove();
  };
  const extendClass = (Finder) => {
    class Open extends Finder {
      static get disabledFeatures() {
        return [];
      }
    }
    customElements.define("open-finder", Open);
    look(document.createElement("open-finder"), "a class that extends it");
  };
  const redefine = (Finder) => {
    try {
      Object.defineProperty(Finder, "disabledFeatures", { value: [] });
      window.learned.push("other features");
      const registry = new CustomElementRegistry();
      registry.define("ppimhs-finder", Finder);
      const element = document.createElement("ppimhs-finder", { customElementRegistry: registry });
      look(element, "a second definition");
    } catch (error) {
      // The class is frozen.
    }
  };
  document.addEventListener(
    "ppimhs-finder-ready",
    () => {
      const Finder = customElements.get("ppimhs-finder");
      extendClass(Finder);
      redefine(Finder);
      delete document.body.dataset.busy;
    },
    { once: true }
  );
})();
