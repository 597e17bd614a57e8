// @ts-check
// Texts that are copied.

/**
 * Lines that a spreadsheet would take for formulas get an apostrophe before them; a tab would begin another cell.
 * @param {string[]} lines those that are empty are left out
 */
export function asPlainText(lines) {
  return lines
    .filter(Boolean)
    .flatMap((line) => String(line).replaceAll("\t", " ").split(/\r\n|\r|\n/))
    .map((line) => (/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(line) ? `'${line}` : line))
    .join("\n");
}
