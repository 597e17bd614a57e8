// @ts-check
// The texts of cards, which travel in files of their own: fetched when a card is opened, and ahead of need once all else is drawn.

/** @typedef {import("./atlas.js").Atlas} Atlas */
/**
 * @typedef {object} CardText
 * @property {string} summary
 * @property {string} difference
 * @property {string} note
 * @property {string[]} supplied ids of places and actors that reports name and the cited paragraphs do not
 * @property {number | null} km from where a traveller came, as the crow flies
 * @property {Report[]} reports
 */
/** @typedef {{ publisher: string, title: string, url: string, published: string, archive_url: string, accessed: string, bearing: string, note: string }} Report */
/** @typedef {{ name: string, format: string, table: string, rows: number, bytes: number, asInFolder: boolean }} ListedDownload a file that a reader may take away, as app/views/downloads.py lists it */
/** @typedef {{ places: any[], roles: string[] }} Register what cards say of places and of actors, in the order of their tables */
/**
 * @typedef {object} Cards
 * @property {(index: number) => CardText | undefined} card undefined as long as it has not come: `arrived` is called once it has
 * @property {() => Register | undefined} register
 * @property {() => { section: string, text: string }[] | undefined} paragraphs
 * @property {() => any} about what the page "About and data" says beside the dataset, as app/views/about.py writes it
 * @property {() => ListedDownload[] | undefined} downloads
 * @property {() => Promise<void>} fetchAll every file of the present language
 */

const ASK_AGAIN_MS = 1000; // after a file has failed, for a server that was away, who waits for it is called to ask again

/**
 * @param {Pick<Atlas, "dataset" | "files" | "language">} atlas
 * @param {() => void} arrived called after each file that somebody has asked for, and where it is time to ask again
 * @returns {Cards}
 */
export function openCards({ dataset, files, language }, arrived) {
  /** @type {Map<string, any>} */
  const there = new Map();
  /** @type {Map<string, Promise<any>>} */
  const coming = new Map();
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  const askingAgain = new Map();
  const fetched = (/** @type {string} */ name) => {
    if (!coming.has(name)) {
      coming.set(name, files.json(name).then((json) => {
        there.set(name, json);
        clearTimeout(askingAgain.get(name));
        arrived();
      }).catch((error) => {
        coming.delete(name); // the next one who asks tries again
        clearTimeout(askingAgain.get(name));
        askingAgain.set(name, setTimeout(arrived, ASK_AGAIN_MS));
        console.warn(error);
      }));
    }
    return coming.get(name);
  };
  const ask = (/** @type {string} */ name) => {
    if (!there.has(name)) fetched(name);
    return there.get(name);
  };
  const cardFile = (/** @type {number} */ number) => `cards/${language().code}/${number}`;
  return {
    card: (index) => ask(cardFile(Math.floor(index / dataset.cardsInAFile)))?.[index % dataset.cardsInAFile],
    register: () => ask(`register/${language().code}`),
    paragraphs: () => ask("document"),
    about: () => ask("about"),
    downloads: () => ask("downloads"),
    async fetchAll() {
      const names = Array.from({ length: dataset.cardFiles }, (_, number) => cardFile(number));
      await Promise.all([`register/${language().code}`, "document", ...names].map(fetched));
    },
  };
}
