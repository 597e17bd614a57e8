// @ts-check
// Whether a reader has closed the opening: kept in the browser for good, and where it keeps nothing, as long as the page is open.

const KEY = "atlas-opening";
const CLOSED = "closed";
let closedHere = false;

export function wasClosed() {
  try {
    return closedHere || localStorage.getItem(KEY) === CLOSED;
  } catch {
    return closedHere;
  }
}

export function noteClosed() {
  closedHere = true;
  try {
    localStorage.setItem(KEY, CLOSED);
  } catch {
    // The browser keeps nothing of this page.
  }
}
