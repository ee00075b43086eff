export * from "./NAME.js";

/** There is nothing to wait for, and nothing to fetch. */
export default function init(): Promise<void>;
