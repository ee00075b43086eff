/** The browser's own `Promise`. A script of the host page cannot replace it. */
export const NativePromise = (async () => {})().constructor;
