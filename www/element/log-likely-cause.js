import { warn } from "./constants.js";

/**
 * Writes the likely cause of a problem with a file to the console. Only a page with a problem loads
 * the script that knows the causes.
 * @param {{ url: string }} way the file that failed or is late
 * @param {Error} [error] is missing if the file is late
 */
export const reportProblem = ({ url }, error) =>
  import(new URL("causes.js", import.meta.url).href).then(
    ({ likelyCause }) => warn(likelyCause(url, error)),
    () => warn(url + ": " + (error || "late"))
  );
