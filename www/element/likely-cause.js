// Names the likely cause if a file of the widget does not come as it was built. The page for web
// editors has a remedy for each of these words.

const CAUSES = {
  late: "a filter or a virus scanner holds this file",
  "not found": "the script was moved out of its folder, or the folder is not complete",
  refused: "a filter, a firewall or a rule of the server does not send this file",
  empty: "a filter took the content out of this file",
  "a web page": "a filter, a sign-in page or a server for single-page sites sent a page",
  changed: "a proxy changed this file, or somebody uploaded it in text mode",
  "no answer": "a policy of the page or a filter blocks this file, or there is no network",
};

const LESS_THAN = 60;
// White space and the three bytes of a byte order mark.
const SKIPPED = [9, 10, 13, 32, 239, 187, 191];

/** Returns true if the first character of the bytes begins a tag. */
const isPage = (bytes) => bytes.find((byte) => !SKIPPED.includes(byte)) === LESS_THAN;

const kind = (error) => {
  if (!error) return "late";
  const { bytes, message, name } = error;
  if (bytes && !bytes.length) return "empty";
  if (bytes) return isPage(bytes) ? "a web page" : "changed";
  if (/^(404|410) /.test(message)) return "not found";
  if (/^\d{3} /.test(message)) return "refused";
  // A page is no base64, and no WebAssembly.
  if (name === "InvalidCharacterError") return "a web page";
  // Browsers report a TypeError if no file has come, and other errors if its bytes are wrong. For
  // half a file of WebAssembly, Firefox reports that it is out of memory.
  return name === "TypeError" ? "no answer" : "changed";
};

/**
 * Returns a line for the console.
 * @param {string} url the file
 * @param {Error} [error] is missing if the file is late
 */
export const likelyCause = (url, error) => {
  const found = kind(error);
  return found + ": " + url + ": " + CAUSES[found] + (error ? " (" + error.message + ")" : "");
};
