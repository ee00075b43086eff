// The service worker that opens the review page without a network. It asks the network first, so
// that a person never signs an old pathway when there is a newer one. It serves only the files of
// the review page.

const CACHE = "ppimhs-review";

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

const saveAll = async () => {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
};

addEventListener("install", (event) => {
  event.waitUntil(saveAll());
  skipWaiting();
});

addEventListener("activate", (event) => event.waitUntil(clients.claim()));

const isOurs = ({ method, url }) =>
  method === "GET" && FILES.some((file) => new URL(file, location).href === url);

const respond = async (request) => {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request.url, { cache: "no-cache" });
    // For a navigation, a browser does not accept a response that was redirected.
    if (response.redirected) return fetch(request);
    if (response.ok) await cache.put(request.url, response.clone());
    return response;
  } catch (error) {
    const cached = await cache.match(request.url);
    if (cached) return cached;
    throw error;
  }
};

addEventListener("fetch", (event) => {
  if (isOurs(event.request)) event.respondWith(respond(event.request));
});
