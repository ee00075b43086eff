// Events of the widget stop at the shadow root, after the widget has seen them. They tell what the
// visitor does, and where.

const HANDLERS =
  /^on(aux|before|change|click|context|copy|cut|dbl|drag|input|key|mouse|pointer|select|submit|touch)/;

/** Stops the events of the widget at its shadow root. */
export const stopPrivateEvents = ({ guarded, root }) => {
  const stop = (event) => guarded(() => event.stopPropagation());
  for (const name in HTMLElement.prototype) {
    if (HANDLERS.test(name)) root.addEventListener(name.slice(2), stop, { passive: true });
  }
};
