/** The browser's own promise. A script of the host page cannot replace it. */
export const NativePromise = (async () => {})().constructor;
