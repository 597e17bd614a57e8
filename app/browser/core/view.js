// @ts-check
// The View store: what the reader has chosen, changed by whoever the reader touches, heard by all in the next frame. The
// address is its only other home.

import { readAddress, sameValue, writeAddress } from "./address.js";

/** @typedef {import("./address.js").ViewField} ViewField */
/**
 * @typedef {object} View What the reader has chosen, as the class View of app/model/chronology/view.py; days are ordinals.
 * @property {number | null} start first day of the range; null for the first day of the axis
 * @property {number | null} end last day of the range; null for the last day of the axis
 * @property {string} basis whose dates place the events: essay or reports
 * @property {string} certainty possibly or certainly
 * @property {string[]} themes
 * @property {string[]} actors
 * @property {string[]} places
 * @property {string[]} kinds
 * @property {string[]} agreements
 * @property {string[]} layers
 * @property {string} words
 * @property {boolean} extent only what the map shows
 * @property {[number, number, number] | null} camera degrees north and east, zoom level; null for where the map fits itself
 * @property {[number, number] | null} window first and last day that the timeline shows; null for the whole axis
 * @property {string} selected id of an event, or `place:` and the id of a place; empty for none
 * @property {number | null} paragraph
 * @property {string} language
 * @property {string} appearance
 * @property {boolean} presenting
 * @property {readonly import("./annotations.js").Annotation[]} annotations on the slide of this View
 */
/**
 * @typedef {object} Change
 * @property {View} view as it is now
 * @property {View} before as it was when subscribers were called last
 * @property {(...names: (keyof View)[]) => boolean} changed true where one of these fields is not what it was
 * @property {boolean} isStep a step of the reader's is among what was set, even one that has changed nothing
 * @property {boolean} isMoving more changes of this kind follow at once
 */
/**
 * @typedef {object} Address Where the View is kept beside the store; a slide and a test have their own.
 * @property {() => URLSearchParams} read
 * @property {(parameters: Record<string, string>, isStep: boolean) => void} write a step can be undone by the browser's Back
 * @property {(page: string, parameters: Record<string, string>) => void} [open] another page of this server, as a step
 * @property {(take: () => void, signal?: AbortSignal) => void} onReturn calls `take` after Back and Forward
 */
/**
 * @typedef {object} ViewStore
 * @property {() => View} get
 * @property {(changes: Partial<View>, how?: { step?: boolean, moving?: boolean }) => void} set `step`: Back undoes it. `moving`: more changes
 *   of this kind follow at once, and the address waits for the last of them
 * @property {(take: (change: Change) => void, signal?: AbortSignal) => void} subscribe `take` is called once a frame in which anything has changed
 * @property {() => void} touch calls all subscribers in the next frame, as if something had changed
 * @property {() => Record<string, string>} parameters of the present View, as they stand in the address
 * @property {() => void} restore writes the View into an address that has lost it
 * @property {(page: string) => void} openPage opens another page with this View; Back returns to this one
 * @property {() => string[]} invalid parameters of the last address that could not be read
 */

/** @type {(keyof View)[]} Fields whose change removes the note on invalid parameters. */
const STEPS_ON = ["start", "end", "themes", "actors", "places", "kinds", "agreements", "layers", "words", "basis", "certainty", "extent", "selected"];

/**
 * @typedef {object} Rules What a dataset makes of a View.
 * @property {(view: View) => { view: View, invalid: string[] }} clean drops what the dataset does not have, and names the parameters for it
 * @property {(change: Change, isFromAddress: boolean) => Partial<View>} settle called before the subscribers of a change: what else changes with it
 */

/**
 * @param {ViewField[]} fields
 * @param {Address} address
 * @param {Rules} rules
 * @param {(run: () => void) => void} [inNextFrame]
 * @returns {ViewStore}
 */
export function openView(fields, address, rules, inNextFrame = (run) => { requestAnimationFrame(run); }) {
  const defaults = Object.fromEntries(fields.map((field) => [field.name, field.default]));
  const read = () => {
    const { values, invalid } = readAddress(fields, address.read());
    const cleaned = rules.clean(/** @type {View} */ ({ ...defaults, ...values }));
    return { view: cleaned.view, invalid: [...new Set([...invalid, ...cleaned.invalid])] };
  };
  let { view, invalid } = read();
  let before = view;
  let waiting = false;
  /** @type {Set<(change: Change) => void>} */
  const subscribers = new Set();
  let toWrite = { due: false, isStep: false };
  let isMoving = false;
  let isFromAddress = false;

  const changeSince = (/** @type {View} */ then) => ({
    view,
    before: then,
    isStep: toWrite.isStep,
    isMoving,
    changed: (/** @type {(keyof View)[]} */ ...names) => names.some((name) => !sameValue(view[name], then[name])),
  });
  const publish = () => {
    waiting = false;
    const settled = rules.settle(changeSince(before), isFromAddress);
    view = { ...view, ...settled };
    if (Object.keys(settled).length) toWrite.due = true; // whoever was waited for has changed the View
    const change = changeSince(before);
    if (!isFromAddress && change.changed(...STEPS_ON)) invalid = [];
    isFromAddress = isMoving = false;
    before = view;
    publishTo(subscribers, change);
    if (toWrite.due) {
      const { isStep } = toWrite;
      toWrite = { due: false, isStep: false };
      address.write(writeAddress(fields, view), isStep);
    }
  };
  const touch = () => {
    if (waiting) return;
    waiting = true;
    inNextFrame(publish);
  };
  address.onReturn(() => {
    ({ view, invalid } = read());
    isFromAddress = true;
    toWrite = { due: false, isStep: false }; // the address is right as it is
    touch();
  });

  return {
    get: () => view,
    set(changes, { step = false, moving = false } = {}) {
      const wanted = { ...view, ...changes };
      const next = changes.layers ? rules.clean(wanted).view : wanted;
      const same = fields.every(({ name }) => sameValue(next[/** @type {keyof View} */ (name)], view[/** @type {keyof View} */ (name)]));
      if (!moving) toWrite = { due: true, isStep: toWrite.isStep || step };
      if (same && moving) return;
      [view, isMoving] = [next, moving]; // the end of a move may come in the same frame, with nothing new
      touch();
    },
    subscribe(take, signal) {
      if (signal?.aborted) return;
      subscribers.add(take);
      signal?.addEventListener("abort", () => subscribers.delete(take));
    },
    touch,
    parameters: () => writeAddress(fields, view),
    restore: () => address.write(writeAddress(fields, view), false),
    openPage: (page) => address.open?.(page, writeAddress(fields, view)),
    invalid: () => invalid,
  };
}

/**
 * Calls each subscriber that has not ended meanwhile. What one of them fails with is reported, and the others go on.
 * @template T
 * @param {Set<(change: T) => void>} subscribers
 * @param {T} change
 */
export function publishTo(subscribers, change) {
  for (const take of [...subscribers]) {
    try {
      if (subscribers.has(take)) take(change);
    } catch (error) {
      reportError(error);
    }
  }
}
