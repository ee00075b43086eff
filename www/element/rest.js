// The rest of an edition, which no question needs: fetched once the first screen stands, and then by the
// clock alone until it is there. Where a visitor is has no part in it: a request would tell.

const PATIENCE_MS = 5000;
const AGAIN_MS = 5000;

/** Gives it to the widget that `finder` gives, and tells that it is late for as long as it is. */
export const fetchRest = (lifecycle, finder) => {
  let late, again;
  const tell = () => finder() && finder().late();
  const attempt = async () => {
    late = setInterval(tell, PATIENCE_MS);
    try {
      const bytes = await lifecycle.resources.rest();
      if (finder()) finder().complete(bytes);
    } catch (error) {
      tell();
      if (finder()) again = setTimeout(attempt, AGAIN_MS);
    }
    clearInterval(late);
  };
  lifecycle.cleanups.push(() => {
    clearInterval(late);
    clearTimeout(again);
  });
  attempt();
};
