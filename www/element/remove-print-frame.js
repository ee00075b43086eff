/** Removes the hidden frame of the last print, because it contains the visitor's summary. */
export const removePrintFrame = (lifecycle) => {
  if (lifecycle.printFrame) lifecycle.guarded(() => lifecycle.printFrame.remove());
  lifecycle.printFrame = null;
};
