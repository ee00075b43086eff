// Loads a pathway file or trust file of the host page, and limits its size.

/**
 * The maximum size of a file in bytes. `MAX_BYTES` in src/pathway/authoring/source/ has the same
 * value.
 */
const MAX_BYTES = 1024 * 1024;

/**
 * Reads a file, but at most one byte more than the limit. The Rust code then reports that the file
 * is too large.
 */
const readBytes = async (response) => {
  const bytes = new Uint8Array(MAX_BYTES + 1);
  const reader = response.body.getReader();
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.slice(0, length);
    const part = value.subarray(0, bytes.length - length);
    bytes.set(part, length);
    length += part.length;
    if (length === bytes.length) {
      reader.cancel();
      return bytes;
    }
  }
};

/** Loads a file of the host page. The request stops when the widget fails or leaves the page. */
export const loadOwnFile = async (lifecycle, url) => {
  // The oldest browsers have no `AbortController`, so they cannot stop a request.
  const controller = self.AbortController ? new AbortController() : { abort() {} };
  const { signal } = controller;
  lifecycle.cleanups.push(() => controller.abort());
  const response = await fetch(url, { signal });
  if (!response.ok) throw Error(response.status + " " + url);
  return readBytes(response);
};
