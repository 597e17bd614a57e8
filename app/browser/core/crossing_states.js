// @ts-check
// How a border crossing stood, as far as the rows say it.

/** @typedef {import("./dataset.js").CrossingState} CrossingState */

/**
 * What the rows say of a day; undefined where none does.
 * @param {CrossingState[]} states
 * @param {number} day
 * @returns {{ passage: CrossingState | undefined, hold: CrossingState | undefined }} whether one could pass, and who held it
 */
export function stateOn(states, day) {
  const on = states.filter(({ first, last }) => first <= day && day <= last);
  return { passage: on.find(({ status }) => status), hold: on.find(({ holder }) => holder) };
}
