// What other scripts put into a page's global scope; they bring no types.
// deno-lint-ignore-file no-explicit-any
declare const L: any; // Leaflet, in the map's frame
interface Window {
  Plotly: any;
  atlasPlotly: Promise<any> | null;
  /** The page's instances of the atlas, by name; the map's frame finds them here. */
  atlases: Record<string, { dataset: string, atlas: Promise<import("./core/atlas.js").Atlas> }>;
  /** The map's state, for tests. */
  atlasMap: any;
}
