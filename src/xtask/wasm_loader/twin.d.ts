export * from "./NAME.js";

/** Resolves at once, because the plain JavaScript module is already loaded. */
export default function init(): Promise<void>;
