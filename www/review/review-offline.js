// The review page without a network: what it was made of when it was last here. It looks at the network
// first, so that nobody signs an old pathway while a newer one can be had. It serves that one page and
// what that page asks for; every other page of the site is left alone.

const KEPT = "ppimhs-review";

const FILES = [
  "review.html",
  "review.css",
  "review.js",
  "review/worker.js",
  "review/graph.js",
  "review/editor.js",
  "review/ppimhs_reviewer.js",
  "review/ppimhs_reviewer_bg.wasm",
  "pathways/ppimhs/pathway.json",
  "pathways/ppimhs/words/en-GB.json",
  "trusts/template.json",
];

addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })))));
  skipWaiting();
});

addEventListener("activate", (event) => event.waitUntil(clients.claim()));

const isOurs = ({ method, url }) => method === "GET" && FILES.some((file) => new URL(file, location).href === url);

const newest = async (request) => {
  const kept = await caches.open(KEPT);
  try {
    const response = await fetch(request.url, { cache: "no-cache" });
    // A page that was led elsewhere may not be answered with what stands there.
    if (response.redirected) return fetch(request);
    if (response.ok) await kept.put(request.url, response.clone());
    return response;
  } catch (error) {
    const old = await kept.match(request.url);
    if (old) return old;
    throw error;
  }
};

addEventListener("fetch", (event) => {
  if (isOurs(event.request)) event.respondWith(newest(event.request));
});
