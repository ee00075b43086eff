export * from "./NAME.js";

/** Resolves at once: a twin needs no fetch. */
export default function init(): Promise<void>;
