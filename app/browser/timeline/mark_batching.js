// Thousands of marks as a few paths. Plotly draws each mark as an element of its own, and each point with a transform of its
// own, which the browser sorts into layers anew in every frame in which anything moves: 20 ms of a frame with 2,000 events.
// Marks of one look are drawn as one path instead, over Plotly's own, which stay hidden and keep answering to the pointer.

const MERGED_FROM = 400; // marks; fewer cost less than merging them

let markersMade = 0; // each has an id of its own in the page

export function mergeMarks(panel) {
  const { plot } = panel;
  const groups = [...plot.querySelectorAll(".points")];
  const many = plot.querySelectorAll(".points path").length >= MERGED_FROM;
  for (const group of groups) {
    if (group.nextElementSibling?.matches(".merged")) group.nextElementSibling.remove();
    group.style.display = many ? "none" : "";
    if (many) group.after(mergedGroup(group));
  }
}

// Points have a symbol and a place: the symbol becomes an SVG marker, the places its path's corners. Bars have an outline,
// which is a path already.
function mergedGroup(group) {
  const merged = svgPart("g", { class: "merged" });
  const [corners, outlines] = [new Map(), new Map()];
  const put = (looks, key, text) => looks.set(key, `${looks.get(key) || ""}${text}`);
  for (const path of group.querySelectorAll("path")) {
    const style = path.getAttribute("style");
    const place = /translate\(([^)]+)\)/.exec(path.getAttribute("transform") || "");
    if (place) put(corners, JSON.stringify([style, path.getAttribute("d")]), `L${place[1]}`);
    else put(outlines, style, path.getAttribute("d"));
  }
  for (const [style, d] of outlines) merged.append(svgPart("path", { style, d }));
  for (const [look, lines] of corners) {
    const [style, d] = JSON.parse(look);
    const id = `mark-${(markersMade += 1)}`;
    const marker = svgPart("marker", { id, markerUnits: "userSpaceOnUse", overflow: "visible" });
    marker.append(svgPart("path", { style, d }));
    const path = svgPart("path", { d: `M${lines.slice(1)}`, fill: "none", stroke: "none", "marker-start": `url(#${id})` });
    // The only corner of a path is its start and its end: it would be drawn twice.
    if (lines.lastIndexOf("L") > 0) for (const at of ["marker-mid", "marker-end"]) path.setAttribute(at, `url(#${id})`);
    merged.append(marker, path);
  }
  return merged;
}

export function svgPart(name, attributes) {
  const part = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, value);
  return part;
}
