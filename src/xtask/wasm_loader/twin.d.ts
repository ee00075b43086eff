export * from "./NAME.js";

/** Resolves at once, because this module is already loaded. */
export default function init(): Promise<void>;
