// @ts-check
// What is done to the annotations of a slide: one is chosen at a time, and its text is written where it stands.

import { annotationText } from "../core/annotations.js";
import { setText } from "../core/direction.js";
import { spotOf } from "./anchors.js";
import { layAnnotations } from "./overlay.js";

/** @typedef {import("../core/annotations.js").Annotation} Annotation */
/** @typedef {import("./anchors.js").Anchor} Anchor */
/** @typedef {import("./overlay.js").AnnotationOverlay} AnnotationOverlay */
/**
 * @typedef {object} AnnotationEditor
 * @property {AnnotationOverlay} overlay
 * @property {string} armed shape that the next press sets; empty for none
 * @property {number} chosen index of the annotation that is worked on; -1 for none
 * @property {boolean} isWriting its text has the focus
 * @property {HTMLElement} handle on its anchor
 * @property {HTMLButtonElement} remove beside its text
 * @property {HTMLElement} hint
 */

const NEAR_RIGHT = 0.62; // further right a new text stands to the left of its anchor
const NEAR_TOP = 0.3;
/** @type {Record<string, [number, number]>} Where a new text stands from its anchor, thousandths of the slide's width. */
const FIRST_OFFSETS = { arrow: [95, -60], callout: [95, -60], ring: [28, -20] };

/** @param {AnnotationEditor} editor @param {string} shape @param {Anchor} anchor */
export function addAnnotation(editor, shape, anchor) {
  const { overlay: { atlas, views } } = editor;
  const at = spotOf(views, anchor)?.at ?? { x: 0, y: 0 };
  const [right, down] = FIRST_OFFSETS[shape];
  /** @type {[number, number]} */
  const offset = [at.x > NEAR_RIGHT * document.body.offsetWidth ? -right : right, at.y < NEAR_TOP * document.body.offsetHeight ? -down : down];
  const { annotations } = atlas.view.get();
  atlas.view.set({ annotations: [...annotations, { shape, ...anchor, offset, text: "" }] }, { moving: true });
  layAnnotations(editor.overlay);
  startWriting(editor, annotations.length);
}

/** @param {AnnotationEditor} editor @param {number} index @param {Partial<Annotation>} changes @param {boolean} [moving] more of them follow at once */
export function changeAnnotation({ overlay }, index, changes, moving = false) {
  const { annotations } = overlay.atlas.view.get();
  overlay.atlas.view.set({ annotations: annotations.map((one, at) => (at === index ? { ...one, ...changes } : one)) }, { moving });
}

/** @param {AnnotationEditor} editor @param {number} index */
export function removeAnnotation(editor, index) {
  const { annotations } = editor.overlay.atlas.view.get();
  chooseAnnotation(editor, -1);
  editor.overlay.atlas.view.set({ annotations: annotations.filter((_, at) => at !== index) });
  layAnnotations(editor.overlay);
}

/** @param {AnnotationEditor} editor @param {number} index */
export function startWriting(editor, index) {
  chooseAnnotation(editor, index);
  const text = textOf(editor);
  if (!text) return;
  text.textContent = editor.overlay.atlas.view.get().annotations[index].text;
  text.contentEditable = "true";
  editor.isWriting = true;
  text.focus({ preventScroll: true });
  getSelection()?.selectAllChildren(text);
  sayHint(editor, "annotate_hint_write");
}

// A text that says nothing is none: without it only a ring stays.
/** @param {AnnotationEditor} editor */
export function endWriting(editor) {
  if (!editor.isWriting) return;
  editor.isWriting = false;
  const { chosen, overlay: { drawn, atlas } } = editor;
  const { box, text } = drawn[chosen];
  const written = annotationText(text.textContent ?? "");
  text.contentEditable = "false";
  text.textContent = "";
  if (!written && atlas.view.get().annotations[chosen].shape !== "ring") return removeAnnotation(editor, chosen);
  changeAnnotation(editor, chosen, { text: written });
  layAnnotations(editor.overlay);
  box.focus({ preventScroll: true });
  sayHint(editor, "annotate_hint_edit");
}

/** @param {AnnotationEditor} editor @param {number} index */
export function chooseAnnotation(editor, index) {
  if (index === editor.chosen) return;
  endWriting(editor);
  editor.chosen = index;
  sayHint(editor, index < 0 ? "" : "annotate_hint_edit");
  showChosen(editor);
  if (index < 0 && editor.overlay.root.contains(document.activeElement)) /** @type {HTMLElement} */ (document.activeElement).blur();
}

/** @param {AnnotationEditor} editor */
export function showChosen(editor) {
  const { handle, remove, overlay: { drawn, atlas, root } } = editor;
  if (editor.chosen >= drawn.length) editor.chosen = -1;
  drawn.forEach(({ box }, index) => {
    box.tabIndex = 0;
    box.classList.toggle("chosen", index === editor.chosen);
  });
  const { placed, at } = drawn[editor.chosen] ?? {};
  handle.hidden = remove.hidden = !placed || !at;
  if (!placed || !at) return;
  remove.title = remove.ariaLabel = atlas.words().annotate_remove;
  Object.assign(handle.style, { left: `${at.x}px`, top: `${at.y}px` });
  Object.assign(remove.style, { left: `${Math.min(placed.box.x + placed.box.w + 4, root.offsetWidth - 30)}px`, top: `${placed.box.y}px` });
}

/** @param {AnnotationEditor} editor @param {string} key of the words; empty for none */
export function sayHint({ hint, overlay: { atlas } }, key) {
  setText(hint, key && atlas.words()[key]);
}

/** @param {AnnotationEditor} editor */
export function textOf({ overlay: { drawn }, chosen }) {
  return drawn[chosen]?.text;
}
