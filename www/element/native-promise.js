// A promise that old scripts on the page have not replaced.

export const Later = (async () => {})().constructor;
