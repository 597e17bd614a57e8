// @ts-check
// What the browser's tab keeps across reloads, other pages and restarts of the server. Where it keeps nothing, the page goes on without.

/**
 * @param {string} name
 * @returns {{ get: () => unknown, set: (value: unknown) => void }} `get`: what was kept, undefined for none that can be read
 */
export function tabStorage(name) {
  const key = `${name} ${new URL(".", document.baseURI).pathname}`; // one host may serve several atlases
  return {
    get() {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? "") ?? undefined;
      } catch {
        return undefined;
      }
    },
    set(value) {
      try {
        sessionStorage.setItem(key, JSON.stringify(value));
      } catch (error) {
        console.warn(error); // full or forbidden: it lasts as long as the page
      }
    },
  };
}
