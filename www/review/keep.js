// This page and its worker, and nothing else of the site, open without a network from now on: see
// `review-offline.js`.

/** `kept` is called once that is so. Fails where a browser keeps nothing, as on a site without TLS. */
export const keep = async (kept) => {
  await navigator.serviceWorker.register("review-offline.js", { scope: "review" });
  await navigator.serviceWorker.ready;
  kept();
};
