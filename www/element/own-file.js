// Loads the files of the host page, and limits their size.

/** The maximum size of a file in bytes. See `MAX_BYTES` in src/pathway/authoring/source/. */
const MAX_BYTES = 1024 * 1024;

/**
 * Reads at most one byte more than the limit. The Rust code then reports that the file is too
 * large.
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

/** Loads a file. Stops when the widget fails or leaves the page. */
export const loadOwnFile = async (lifecycle, url) => {
  // The oldest browsers cannot stop a request.
  const controller = self.AbortController ? new AbortController() : { abort() {} };
  const { signal } = controller;
  lifecycle.cleanups.push(() => controller.abort());
  const response = await fetch(url, { signal });
  if (!response.ok) throw Error(response.status + " " + url);
  return readBytes(response);
};
