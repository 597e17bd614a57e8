// The browser's twin of in_range in app/model/filtering.py; browser tests hold the two together.
// `span` and `range` are [first, last] ordinals, both ends included.
export function inRange(span, range, certainty) {
  if (certainty === "certainly") return span[0] >= range[0] && span[1] <= range[1];
  return span[0] <= range[1] && span[1] >= range[0];
}
