// @ts-check
// Entry of the dashboard's page: mounts its panels, all on one instance of the atlas.

import { makeAbout } from "./about/index.js";
import { openAtlas } from "./core/atlas.js";
import { pageAddress } from "./core/page_address.js";
import { registerInstance } from "./core/registry.js";
import { appearanceOf, dressDocument, prefersContrast } from "./core/theme.js";
import { makeDetails } from "./details/index.js";
import { makeDisagreements } from "./disagreements/index.js";
import { makeFilters } from "./filters/index.js";
import { makeOpening } from "./opening/index.js";
import { makeSourceText } from "./source_text/index.js";
import { makePresentButton } from "./presentation/index.js";
import { makeShell } from "./shell/index.js";
import { makeDownload } from "./slides_page/download.js";
import { makeDeck, makeSlidesReport } from "./slides_page/index.js";
import { makePreview } from "./slides_page/preview.js";
import { makeTimePanel } from "./time_panel/index.js";

/** @typedef {import("./core/atlas.js").Atlas} Atlas */
/**
 * @typedef {object} Component What Streamlit gives a component at each run of its page.
 * @property {ParentNode} parentElement its shadow root
 * @property {PageData} data
 * @property {(name: string, value: unknown) => void} setStateValue tells Python what stays so
 */
/**
 * @typedef {object} PageData What Python gives every panel, and what it gives those that are named; addresses are relative to the page's own.
 * @property {string} atlas name of the instance in the registry
 * @property {string} dataset folder of the dataset's files
 * @property {string} looks
 * @property {Record<string, string>} assets other files by name: plotly.js, basemap.json
 * @property {string} page shell: the page that is open
 * @property {string} language shell: the one that Python has
 * @property {string} url present: the slide's own page
 * @property {string} preview preview: the slide's own page
 * @property {Record<string, string>} slide deck: parameters of the slide that is composed
 * @property {number} limit deck: maximum slides
 * @property {SlidesReport | null} known slides_report: what Python goes by as long as it has no report
 * @property {MadeFile} file download
 */
/** @typedef {{ view: Record<string, string>, deck: readonly Record<string, string>[] }} SlidesReport parameters of the View, and of each slide of the deck */
/** @typedef {{ name: string, type: string, content: string, label: string }} MadeFile a file of slides, its content in base64 */
/**
 * @typedef {object} Panel
 * @property {(component: Component) => void} [update] called at each further run of the page
 * @property {() => void} end
 */

/** @type {Record<string, (root: HTMLElement, atlas: Atlas, component: Component) => Panel>} */
const PANELS = {
  about: makeAbout,
  deck: makeDeck,
  details: makeDetails,
  disagreements: makeDisagreements,
  download: makeDownload,
  filters: makeFilters,
  opening: makeOpening,
  present: makePresentButton,
  preview: makePreview,
  shell: makeShell,
  slides_report: makeSlidesReport,
  source_text: makeSourceText,
  time_panel: makeTimePanel,
};
/** @type {WeakMap<HTMLElement, { calls: number, dataset: string, panel: Promise<Panel | null> }>} */
const mounted = new WeakMap();

/**
 * Mounts a panel, or tells it of another run of its page. Streamlit also cleans up after a call that a newer one has overtaken: only
 * the last one's clean-up ends the panel.
 * @param {string} name
 * @param {Component} component
 * @returns {() => void} the clean-up
 */
export function mount(name, component) {
  const root = /** @type {HTMLElement} */ (component.parentElement.querySelector("[data-panel]"));
  const { dataset } = component.data;
  const before = mounted.get(root);
  const isSame = before?.dataset === dataset;
  if (before && !isSame) before.panel.then((panel) => panel?.end());
  const calls = (before?.calls ?? 0) + 1;
  const record = isSame ? before : { calls, dataset, panel: made(root, name, component) };
  record.calls = calls;
  mounted.set(root, record);
  if (isSame) record.panel.then((panel) => record.calls === calls && panel?.update?.(component));
  return () => {
    if (record.calls !== calls || mounted.get(root) !== record) return;
    mounted.delete(root);
    record.panel.then((panel) => panel?.end());
  };
}

/** @param {HTMLElement} root @param {string} name @param {Component} component @returns {Promise<Panel | null>} */
async function made(root, name, component) {
  try {
    return PANELS[name](root, await pageAtlas(component.data, root), component);
  } catch (error) {
    root.textContent = String(error);
    console.error(error);
    return null;
  }
}

/**
 * The page's instance of the atlas. A page whose tables were edited has another dataset, and so another instance.
 * @param {PageData} data
 * @param {HTMLElement} element in the page
 * @returns {Promise<Atlas>}
 */
function pageAtlas(data, element) {
  const known = window.atlases?.[data.atlas];
  if (known?.dataset === data.dataset) return known.atlas;
  const atlas = opened(data, element);
  registerInstance(window, data.atlas, { dataset: data.dataset, atlas });
  atlas.catch(() => { delete window.atlases[data.atlas]; }); // the next run tries again
  return atlas;
}

/** @param {PageData} data @param {HTMLElement} element @returns {Promise<Atlas>} */
async function opened(data, element) {
  const url = (/** @type {string} */ address) => new URL(address, document.baseURI).href;
  const json = async (/** @type {string} */ address) => {
    const answer = await fetch(url(address));
    if (!answer.ok) throw new Error(`${address}: status ${answer.status}`);
    return answer.json();
  };
  const files = {
    json: (/** @type {string} */ name) => json(`${data.dataset}${name}.json`),
    url: (/** @type {string} */ name) => url(data.assets[name]),
    geography: () => json(data.assets["basemap.json"]),
    world: () => json(data.assets["world.json"]),
  };
  const [dataset, looks] = await Promise.all([files.json("dataset"), json(data.looks)]);
  const atlas = openAtlas({ dataset, looks, files, address: pageAddress(window), appearance: appearanceOf(element), hasContrast: prefersContrast() });
  dressDocument(document, atlas);
  return atlas;
}
