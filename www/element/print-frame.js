/** Removes the frame that was printed last. It holds the visitor's notes. */
export const removePrintFrame = (lifecycle) => {
  if (lifecycle.printFrame) lifecycle.guarded(() => lifecycle.printFrame.remove());
  lifecycle.printFrame = null;
};
