import { NativePromise } from "./native-promise.js";

// A filter may hold a file for minutes. After this time the widget also tries another way.
const LATE_MS = 4000;

/**
 * Tries the first way to load something. If it fails or takes too long, tries the next way too.
 * Resolves with the first result. Rejects when all ways have failed.
 * @param {{ url: string, load: () => Promise }[]} ways
 * @param {(way, error) => void} report is called for each failure. A late way has no error
 */
export const tryInTurn = (ways, report) =>
  new NativePromise((resolve, reject) => {
    let tried = 0;
    let failed = 0;
    const next = async () => {
      const way = ways[tried++];
      if (!way) return;
      const onLate = () => {
        report(way);
        next();
      };
      const timer = setTimeout(onLate, LATE_MS);
      try {
        resolve(await way.load());
      } catch (error) {
        report(way, error);
        next();
        if (++failed === ways.length) reject(error);
      }
      clearTimeout(timer);
    };
    next();
  });
