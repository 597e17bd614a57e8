// @ts-check
// The instances of the atlas that a page has open, by name: where the map's frame, which has a script of its own, finds the page's.

/** @typedef {import("./atlas.js").Atlas} Atlas */
/** @typedef {{ dataset: string, atlas: Promise<Atlas> }} Instance `dataset` says which version of the tables it shows */

const REGISTERED = "atlas-registered";

/**
 * @param {Window} page
 * @param {string} name
 * @param {Instance} instance
 */
export function registerInstance(page, name, instance) {
  page.atlases = { ...page.atlases, [name]: instance };
  page.dispatchEvent(new CustomEvent(REGISTERED));
}

/**
 * Calls `take` with the page's instance once there is one, and again with each that takes its place.
 * @param {Window} page
 * @param {string} name
 * @param {(atlas: Atlas, signal: AbortSignal) => void} take the signal ends what belongs to this instance alone
 * @param {AbortSignal} signal ends all
 */
export function followInstance(page, name, take, signal) {
  /** @type {Instance | undefined} */
  let latest;
  let current = new AbortController();
  const look = () => {
    const instance = page.atlases?.[name];
    if (!instance || instance === latest) return;
    latest = instance;
    const opened = (/** @type {Atlas} */ atlas) => {
      if (signal.aborted || instance !== latest) return;
      current.abort();
      current = new AbortController();
      take(atlas, current.signal);
    };
    instance.atlas.then(opened, () => {}); // the page says what went wrong, and registers another
  };
  signal.addEventListener("abort", () => current.abort());
  page.addEventListener(REGISTERED, look, { signal });
  look();
}
