// A range reaches whoever shows it twice: at once, as an event of the dashboard's page, so that all is painted in the frame in
// which the slider moved; and a task later over the session's channel, for a map on its own page or of another origin.
export function tellRange(channel, range) {
  channel.postMessage({ type: "range", range });
  window.dispatchEvent(new CustomEvent(channel.name, { detail: range }));
}

// Calls `take` with each range told in `page`, a window, until `signal` ends it. A page of another origin keeps its events to
// itself; the channel is enough then.
export function hearRanges(page, channel, take, signal) {
  try {
    page.addEventListener(channel.name, ({ detail }) => take(detail), { signal });
  } catch (error) {
    if (error.name !== "SecurityError") throw error;
  }
}
