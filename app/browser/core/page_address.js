// @ts-check
// The address of the browser's window as the home of a View.

const KEPT = ["embed", "embed_options"]; // Streamlit's own parameters, which it reads when it loads

/**
 * @param {Window} page
 * @returns {import("./view.js").Address}
 */
export function pageAddress(page) {
  return {
    read: () => new URLSearchParams(page.location.search),
    write(parameters, isStep) {
      const before = new URLSearchParams(page.location.search);
      const query = new URLSearchParams(parameters);
      for (const name of KEPT) for (const value of before.getAll(name)) query.append(name, value);
      const text = readable(query);
      if (text === readable(before)) return;
      const address = `${page.location.pathname}${text ? `?${text}` : ""}${page.location.hash}`;
      if (isStep) page.history.pushState(page.history.state, "", address);
      else page.history.replaceState(page.history.state, "", address);
    },
    onReturn: (take, signal) => page.addEventListener("popstate", take, { signal }),
  };
}

/** @param {URLSearchParams} query commas and colons are allowed in a query, and easier to read as they are */
function readable(query) {
  return query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
}
