// The service worker that opens the review page without a network. It asks the network first, so
// that a person never signs an old pathway when there is a newer one. It serves only the files of
// the review page.
//
// It stores a file of the build only if the file has the right checksum, and stores a pathway or
// trust file only if it is JSON. So it never stores an error page, or the login page of another
// server.

import checksums from "../generated/checksums.json";

const CACHE = "ppimhs-review";

/** The pathway files and trust files that the review page loads. A trust may replace them. */
const DATA = [
  "pathways/ppimhs/pathway.json",
  "pathways/ppimhs/words/en-GB.json",
  "trusts/template.json",
];

const FRESH = { cache: "no-cache" };

const fullUrl = (file) => new URL(file, location).href;
const dataUrls = DATA.map(fullUrl);
const urls = Object.keys(checksums).map(fullUrl).concat(dataUrls);

const isJson = ({ ok, redirected, headers }) =>
  ok && !redirected && /^application\/json\b/.test(headers.get("Content-Type"));

const saveProgram = (cache) => {
  // The browser refuses a file whose checksum differs.
  const request = ([file, integrity]) =>
    new Request(file, integrity ? { ...FRESH, integrity } : FRESH);
  return cache.addAll(Object.entries(checksums).map(request));
};

const saveData = async (cache, url) => {
  const response = await fetch(url, FRESH);
  if (!isJson(response)) throw Error(url);
  await cache.put(url, response);
};

const saveAll = async () => {
  const cache = await caches.open(CACHE);
  await Promise.all([saveProgram(cache), ...dataUrls.map((url) => saveData(cache, url))]);
};

addEventListener("install", (event) => {
  event.waitUntil(saveAll());
  skipWaiting();
});

addEventListener("activate", (event) => event.waitUntil(clients.claim()));

/** Returns the address of a file. Some servers remove `.html` from the address of a page. */
const fileUrl = (url) => (urls.includes(url) ? url : url + ".html");

const isOurs = ({ method, url }) => method === "GET" && urls.includes(fileUrl(url));

/**
 * Returns a copy that does not tell of a redirection. When a person opens a page, the browser does
 * not accept a redirected response from a service worker.
 */
const asDirect = (response) =>
  response.redirected ? new Response(response.body, response) : response;

const respond = async (request) => {
  const cache = await caches.open(CACHE);
  const { url } = request;
  try {
    const response = await fetch(url, FRESH);
    if (response.redirected) return fetch(request);
    // A new version of the page's scripts comes with a new copy of this service worker, which
    // stores them. So only pathway files and trust files are stored here.
    if (dataUrls.includes(url) && isJson(response)) await cache.put(url, response.clone());
    return response;
  } catch (error) {
    const cached = await cache.match(fileUrl(url));
    if (cached) return asDirect(cached);
    throw error;
  }
};

addEventListener("fetch", (event) => {
  if (isOurs(event.request)) event.respondWith(respond(event.request));
});
