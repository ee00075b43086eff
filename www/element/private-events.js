// Stops the widget's events at the shadow root, so that the host page does not receive them. These
// events would reveal the visitor's actions and the position of each click.

const HANDLERS =
  /^on(aux|before|change|click|context|copy|cut|dbl|drag|input|key|mouse|pointer|select|submit|touch)/;

/**
 * Adds a listener to the shadow root for each kind of event that a visitor's action causes. The
 * listener keeps these events from the host page.
 */
export const stopPrivateEvents = ({ root, stopEvent }) => {
  for (const name in HTMLElement.prototype) {
    if (HANDLERS.test(name)) root.addEventListener(name.slice(2), stopEvent, { passive: true });
  }
};
