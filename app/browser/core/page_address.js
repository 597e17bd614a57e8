// @ts-check
// The address of the browser's window as the home of a View.
//
// Streamlit writes the address too. A click in its menu pushes the new page's address without a query: the shell then has the View written back.
// It takes popstate for the wish to run the page of the address, with its query: so one page opens another.
//
// Writing the address takes browsers longer than all that a change paints: it waits until the frame is painted.

const KEPT = ["embed", "embed_options"]; // Streamlit's own parameters, which it reads when it loads
const START_PAGE = "explore"; // the page at the root

/**
 * @param {Window & typeof globalThis} page
 * @returns {import("./view.js").Address}
 */
export function pageAddress(page) {
  const withKept = (/** @type {Record<string, string>} */ parameters) => {
    const query = new URLSearchParams(parameters);
    const before = new URLSearchParams(page.location.search);
    for (const name of KEPT) for (const value of before.getAll(name)) query.append(name, value);
    return readable(query);
  };
  const writeNow = (/** @type {Record<string, string>} */ parameters, /** @type {boolean} */ isStep) => {
    const text = withKept(parameters);
    if (text === readable(new URLSearchParams(page.location.search))) return;
    const address = `${page.location.pathname}${text ? `?${text}` : ""}${page.location.hash}`;
    if (isStep) page.history.pushState(page.history.state, "", address);
    else page.history.replaceState(page.history.state, "", address);
  };
  /** @type {(() => void) | null} */
  let due = null;
  const writeDue = () => {
    due?.();
    due = null;
  };
  const afterPaint = new MessageChannel();
  afterPaint.port1.onmessage = writeDue;
  page.addEventListener("popstate", () => { due = null; }); // the address is right as it is
  return {
    read: () => new URLSearchParams(page.location.search),
    write(parameters, isStep) {
      writeDue();
      due = () => writeNow(parameters, isStep);
      afterPaint.port2.postMessage(null);
    },
    open(name, parameters) {
      writeDue();
      const address = new URL(name === START_PAGE ? "." : name, page.location.href);
      address.search = withKept(parameters);
      page.history.pushState({}, "", address);
      page.dispatchEvent(new PopStateEvent("popstate", { state: page.history.state }));
    },
    onReturn: (take, signal) => page.addEventListener("popstate", take, { signal }),
  };
}

/**
 * The page that the address names; Python may be behind it.
 * @param {Window} page
 */
export function pageInAddress(page) {
  return page.location.pathname.split("/").at(-1) || START_PAGE;
}

/**
 * Loads the page anew in an appearance: Streamlit takes that from the address when it loads, and from nothing that a page can say later.
 * Returns false where the address asks for it already, and Streamlit did not follow it.
 * @param {Window} page
 * @param {Record<string, string>} parameters of the View
 * @param {string} appearance
 */
export function reloadIn(page, parameters, appearance) {
  const address = new URL(page.location.href);
  const [option, options] = [`${appearance}_theme`, address.searchParams.getAll("embed_options")];
  if (options.includes(option)) return false;
  const query = new URLSearchParams({ ...parameters, appearance });
  for (const value of address.searchParams.getAll("embed")) query.append("embed", value);
  for (const value of [...options.filter((each) => !each.endsWith("_theme")), option]) query.append("embed_options", value);
  address.search = readable(query);
  page.location.replace(address.href);
  return true;
}

/** @param {URLSearchParams} query commas and colons are allowed in a query, and easier to read as they are */
function readable(query) {
  return query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
}
