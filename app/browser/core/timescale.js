// @ts-check
// The time scale: days to positions from 0 to 1 and back, from the knots that app/model/chronology/timescale.py has worked out. Tests run the
// same cases with both.

/**
 * @typedef {object} Scale
 * @property {number} first
 * @property {number} last
 * @property {number[]} days
 * @property {number[]} positions
 * @property {number[]} breaks
 * @property {(ordinal: number) => number} inside the nearest day on the axis
 * @property {(ordinal: number) => number} position from 0 to 1
 * @property {(position: number) => number} day
 */

/**
 * @param {{ days: number[], positions: number[], breaks: number[] }} knots
 * @returns {Scale}
 */
export function makeScale({ days, positions, breaks }) {
  const [first, last] = [days[0], days[days.length - 1]];
  return {
    days,
    positions,
    breaks,
    first,
    last,
    inside: (ordinal) => Math.min(Math.max(ordinal, first), last),
    position: (ordinal) => interpolate(days, positions, ordinal),
    day: (position) => Math.round(interpolate(positions, days, position)),
  };
}

/**
 * A piecewise linear map between two ascending lists of the same length.
 * @param {number[]} from
 * @param {number[]} to
 * @param {number} value
 */
function interpolate(from, to, value) {
  const last = from.length - 1;
  if (value <= from[0]) return to[0];
  if (value >= from[last]) return to[last];
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (from[middle] <= value) low = middle;
    else high = middle;
  }
  return to[low] + ((value - from[low]) / (from[high] - from[low])) * (to[high] - to[low]);
}
