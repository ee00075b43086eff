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

/** Returns a copy without the mark of a redirect. A browser opens no page from a redirected response. */
const direct = ({ body, status, headers }) => new Response(body, { status, headers });

const fetchProgram = async ([file, integrity]) => {
  // The browser refuses a file whose checksum differs.
  const request = new Request(file, integrity ? { ...FRESH, integrity } : FRESH);
  const response = await fetch(request);
  if (!response.ok) throw Error(file);
  return [fullUrl(file), direct(response)];
};

const saveProgram = async (cache) => {
  // The cache gets all files of a build, or none.
  const files = await Promise.all(Object.entries(checksums).map(fetchProgram));
  await Promise.all(files.map(([url, response]) => cache.put(url, response)));
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

const PAGE = fullUrl("review.html");

/**
 * Returns the address of the file that a request asks for, without `?` and `#`. Some servers redirect
 * `review.html` to `review`.
 */
const fileUrl = ({ url }) => {
  const [plain] = url.split(/[?#]/);
  return plain + ".html" === PAGE ? PAGE : plain;
};

const isOurs = (request) => request.method === "GET" && urls.includes(fileUrl(request));

const respond = async (request) => {
  const cache = await caches.open(CACHE);
  const url = fileUrl(request);
  try {
    const response = await fetch(url, FRESH);
    // When a person opens a page, the browser does not accept a redirected response from a service
    // worker.
    if (response.redirected) return await fetch(request);
    // A new version of the page's scripts comes with a new copy of this service worker, which
    // stores them. So only pathway files and trust files are stored here.
    if (dataUrls.includes(url) && isJson(response)) await cache.put(url, response.clone());
    return response;
  } catch (error) {
    const cached = await cache.match(url);
    if (cached) return cached;
    throw error;
  }
};

addEventListener("fetch", (event) => {
  if (isOurs(event.request)) event.respondWith(respond(event.request));
});
