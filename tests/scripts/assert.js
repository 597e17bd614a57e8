// What tests of scripts say; Deno's own library would be fetched from the network.

/**
 * Fails unless both are the same as JSON.
 * @param {unknown} found
 * @param {unknown} wanted
 * @param {string} [said]
 */
export function equal(found, wanted, said = "") {
  const [one, other] = [found, wanted].map((value) => JSON.stringify(value));
  if (one !== other) throw new Error(`${said}\n  found  ${one}\n  wanted ${other}`);
}
