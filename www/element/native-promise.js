/** The browser's own promise, which no script of the host page can replace. */
export const NativePromise = (async () => {})().constructor;
