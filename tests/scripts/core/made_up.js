// The made-up chronology as Python writes it (test_scripts.py puts it into a file), and an instance of the atlas that is driven by hand.

import { openAtlas } from "../../../app/browser/core/atlas.js";

/** @type {{ looks: any, files: Record<string, any> }} */
export const MADE_UP = JSON.parse(Deno.readTextFileSync(Deno.args[0]));

/** Frames that run when they are told to. */
export function makeFrames() {
  /** @type {(() => void)[]} */
  let due = [];
  return {
    inNextFrame: (/** @type {() => void} */ run) => void due.push(run),
    /** Runs what is due, and returns how much that was. */
    run() {
      const now = due;
      due = [];
      for (const each of now) each();
      return now.length;
    },
  };
}

/** An address that keeps what is written. @param {string} query */
export function makeAddress(query) {
  let text = query;
  let returned = () => {};
  return {
    /** @type {{ query: string, isStep: boolean }[]} */
    written: [],
    read: () => new URLSearchParams(text),
    /** @param {Record<string, string>} parameters @param {boolean} isStep */
    write(parameters, isStep) {
      text = new URLSearchParams(parameters).toString();
      this.written.push({ query: text, isStep });
    },
    onReturn: (/** @type {() => void} */ take) => void (returned = take),
    /** What the browser's Back does. @param {string} earlier */
    goBackTo(earlier) {
      text = earlier;
      returned();
    },
  };
}

/** An instance of the atlas for an address, its files at hand or failing. */
export function openMadeUp(query = "") {
  const [frames, address] = [makeFrames(), makeAddress(query)];
  /** @type {string[]} */
  const asked = [];
  const failing = new Set();
  const files = {
    async json(/** @type {string} */ name) {
      asked.push(name);
      await Promise.resolve();
      if (failing.has(name)) throw new Error(`no ${name}`);
      return MADE_UP.files[name];
    },
    url: (/** @type {string} */ name) => name,
    world: () => Promise.resolve({}),
    geography: () => Promise.resolve({}),
  };
  const { looks, files: { dataset } } = MADE_UP;
  const atlas = openAtlas({ dataset, looks, files, address, appearance: "light", inNextFrame: frames.inNextFrame });
  const shown = () => atlas.dataset.events.filter((_, index) => atlas.visibility.status[index] === 0).map(({ id }) => id);
  return { atlas, frames, address, asked, failing, shown, index: (/** @type {string} */ id) => atlas.dataset.eventById.get(id).index };
}

/** Lets everything happen that waits for a promise. */
export function settled() {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Runs something that may warn on the console, and returns how often it did. @param {() => Promise<void>} run */
export async function warnings(run) {
  const { warn } = console;
  let count = 0;
  console.warn = () => count += 1;
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return count;
}
