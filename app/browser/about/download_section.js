// @ts-check
// Every table to be taken away, and all of them at once. The files lie beside the dataset: they need no session, and never change.

import { element } from "../core/dom.js";
import { partOfPage } from "./part_of_page.js";
import { READABLE_TABLES } from "./tables.js";

/** @typedef {import("../core/cards.js").ListedDownload} ListedDownload */

/** @type {Record<string, string>} */
const FORMATS = { csv: "CSV", geojson: "GeoJSON", zip: "ZIP" };
const DOWNLOAD_DRAWN = '<svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M8 2v8M4.5 6.8 8 10.2l3.5-3.4M2.5 13.5h11"/></svg>';

/** @param {import("./index.js").About} about @param {ListedDownload[]} listed */
export function downloadSection(about, listed) {
  const words = about.atlas.words();
  const whole = element("p", "everything");
  for (const file of listed.filter(({ table }) => !table)) whole.append(downloadLink(about, file, words.download_all, true), " ", element("span", "quiet", words.download_all_note));
  const head = element("tr");
  for (const heading of [words.table_label, words.table_rows, words.table_files]) head.append(Object.assign(element("th", "", heading), { scope: "col" }));
  const [thead, body, table] = [element("thead"), element("tbody"), element("table", "files")];
  thead.append(head);
  body.append(...tablesOf(listed).map((name) => fileRow(about, name, listed.filter((file) => file.table === name))));
  table.append(thead, body);
  const altered = listed.some(({ asInFolder }) => !asInFolder);
  return partOfPage("downloads", words.about_download_heading, whole, table, ...(altered ? [element("p", "quiet", words.download_altered)] : []), element("p", "quiet", words.about_download_note));
}

// Those that a reader comes for first.
/** @param {ListedDownload[]} listed */
function tablesOf(listed) {
  const all = new Set(listed.map(({ table }) => table).filter(Boolean));
  return [...new Set([...READABLE_TABLES.filter((name) => all.has(name)), ...all])];
}

/** @param {import("./index.js").About} about @param {string} name @param {ListedDownload[]} files */
function fileRow(about, name, files) {
  const words = about.atlas.words();
  const row = element("tr");
  const csv = files.find(({ format }) => format === "csv");
  const title = words[`table_${name}`];
  row.append(
    Object.assign(element("th", "", csv?.asInFolder === false ? `${title} *` : title), { scope: "row" }),
    element("td", "number", String(csv?.rows ?? files[0].rows)),
  );
  const cell = element("td");
  const links = element("div", "links");
  links.append(...files.map((file) => downloadLink(about, file, title)));
  cell.append(links);
  row.append(cell);
  return row;
}

// What is in it is said by the row that the link stands in; who hears the link alone is told too.
/** @param {import("./index.js").About} about @param {ListedDownload} file @param {string} what @param {boolean} [isSaid] in the link itself */
function downloadLink({ atlas, folder }, { name, format, bytes }, what, isSaid = false) {
  const link = element("a", "download");
  const size = sizeInWords(bytes, atlas.language());
  link.innerHTML = DOWNLOAD_DRAWN;
  const label = element("span");
  if (isSaid) label.append(what, " · ");
  label.append(element("bdi", "", FORMATS[format]), " · ", element("bdi", "", size));
  link.append(label);
  link.ariaLabel = [what, FORMATS[format], size].join(atlas.language().list_comma);
  link.href = `${folder}downloads/${name}`;
  link.download = name;
  return link;
}

/** @param {number} bytes @param {import("../core/atlas.js").Language} language */
function sizeInWords(bytes, { intl_locale: locale }) {
  const kilobytes = bytes / 1000;
  return new Intl.NumberFormat(locale, { style: "unit", unit: "kilobyte", maximumFractionDigits: kilobytes < 10 ? 1 : 0 }).format(kilobytes);
}
