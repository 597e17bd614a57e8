// @ts-check
// Setting, moving, editing and removing annotations on a slide: by pointer, finger or keyboard.

import { annotationText, MAX_ANNOTATIONS } from "../core/annotations.js";
import { button, element } from "../core/dom.js";
import { setText } from "../core/direction.js";
import { anchorAt, spotOf } from "./anchors.js";
import { dragWith } from "./dragging.js";
import { layAnnotations, PER_MILLE_OF_WIDTH } from "./overlay.js";

/** @typedef {import("../core/annotations.js").Annotation} Annotation */
/** @typedef {import("./anchors.js").Anchor} Anchor */
/** @typedef {import("./geometry.js").Point} Point */
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

const STEP = 5; // thousandths of the slide's width that an arrow key moves a text
const LARGE_STEP = 25;
const NEAR_RIGHT = 0.62; // further right a new text stands to the left of its anchor
const NEAR_TOP = 0.3;
/** @type {Record<string, [number, number]>} Where a new text stands from its anchor, thousandths of the slide's width. */
const FIRST_OFFSETS = { arrow: [95, -60], callout: [95, -60], ring: [28, -20] };
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {AnnotationOverlay} overlay @returns {AnnotationEditor} */
export function makeAnnotationEditor(overlay) {
  const handle = element("div", "anchor-handle");
  const remove = button("remove", "×", () => removeAnnotation(editor, editor.chosen));
  const hint = element("p", "annotation-hint");
  hint.setAttribute("role", "status");
  /** @type {AnnotationEditor} */
  const editor = { overlay, armed: "", chosen: -1, isWriting: false, handle, remove, hint };
  const { root } = overlay;
  root.classList.add("editable");
  root.append(handle, remove, hint);
  root.addEventListener("pointerdown", (event) => takePress(editor, event));
  root.addEventListener("keydown", (event) => takeAnnotationKey(editor, event));
  root.addEventListener("focusin", ({ target }) => chooseAnnotation(editor, indexOf(editor, target)));
  root.addEventListener("focusout", ({ target }) => { if (target === textOf(editor)) endWriting(editor); });
  overlay.onLaid.push(() => showChosen(editor));
  return editor;
}

/**
 * The next press sets an annotation of a shape; without a pointer it is set at once, on what is selected or in the middle of the map.
 * @param {AnnotationEditor} editor
 * @param {string} shape
 * @param {boolean} isByKey
 */
export function armAnnotation(editor, shape, isByKey) {
  const { overlay: { atlas, views } } = editor;
  releaseAnnotations(editor);
  if (atlas.view.get().annotations.length >= MAX_ANNOTATIONS) return say(editor, "annotate_full");
  if (isByKey) {
    const anchor = anchorsAtHand(editor).find((one) => spotOf(views, one));
    if (anchor) return addAnnotation(editor, shape, anchor);
  }
  editor.armed = shape;
  editor.overlay.root.classList.add("armed");
  say(editor, "annotate_hint_place");
}

/** @param {AnnotationEditor} editor */
export function removeAllAnnotations(editor) {
  releaseAnnotations(editor);
  editor.overlay.atlas.view.set({ annotations: [] });
}

/**
 * Ends what is being done, one thing at a time, as Escape does.
 * @param {AnnotationEditor} editor
 * @returns {boolean} true where there was something to end
 */
export function releaseAnnotations(editor) {
  const { armed, chosen, isWriting, overlay: { root } } = editor;
  if (!armed && chosen < 0) return false;
  editor.armed = "";
  root.classList.remove("armed");
  say(editor, "");
  if (isWriting) endWriting(editor);
  else if (chosen >= 0) chooseAnnotation(editor, -1);
  return true;
}

/** @param {AnnotationEditor} editor @returns {Anchor[]} */
function anchorsAtHand({ overlay: { atlas, views } }) {
  const { selected } = atlas.view.get();
  const middle = views.map()?.map.getCenter();
  const events = [selected, ...atlas.captions().map((index) => atlas.dataset.events[index].id)].filter((id) => atlas.dataset.eventById.has(id));
  return [
    ...(selected.startsWith("place:") ? [{ on: "place", where: selected.slice("place:".length) }] : []),
    ...events.flatMap((id) => {
      const place = atlas.dataset.places[atlas.dataset.eventById.get(id)?.places[0] ?? -1];
      return [...(place ? [{ on: "place", where: place.id }] : []), { on: "event", where: id }];
    }),
    ...(middle ? [{ on: "map", where: `${middle.lat.toFixed(3)}:${middle.lng.toFixed(3)}` }] : []),
  ];
}

/** @param {AnnotationEditor} editor @param {string} shape @param {Anchor} anchor */
function addAnnotation(editor, shape, anchor) {
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
function changeAnnotation({ overlay }, index, changes, moving = false) {
  const { annotations } = overlay.atlas.view.get();
  overlay.atlas.view.set({ annotations: annotations.map((one, at) => (at === index ? { ...one, ...changes } : one)) }, { moving });
}

/** @param {AnnotationEditor} editor @param {number} index */
function removeAnnotation(editor, index) {
  const { annotations } = editor.overlay.atlas.view.get();
  chooseAnnotation(editor, -1);
  editor.overlay.atlas.view.set({ annotations: annotations.filter((_, at) => at !== index) });
  layAnnotations(editor.overlay);
}

/** @param {AnnotationEditor} editor @param {PointerEvent} event */
function takePress(editor, event) {
  const { overlay: { root, views }, armed } = editor;
  if (event.button || event.target === editor.remove) return;
  if (armed) {
    event.preventDefault();
    const anchor = anchorAt(views, slidePoint(event));
    if (!anchor) return say(editor, "annotate_hint_place");
    editor.armed = "";
    root.classList.remove("armed");
    return addAnnotation(editor, armed, anchor);
  }
  if (event.target === editor.handle) return dragAnchor(editor, event);
  const index = indexOf(editor, event.target);
  if (index < 0 || (editor.isWriting && index === editor.chosen)) return;
  event.preventDefault();
  const isChosen = index === editor.chosen;
  editor.overlay.drawn[index].box.focus({ preventScroll: true });
  dragText(editor, index, event, () => { if (isChosen) startWriting(editor, index); });
}

/** @param {AnnotationEditor} editor @param {number} index @param {PointerEvent} event @param {() => void} onPress where the pointer has not moved */
function dragText(editor, index, event, onPress) {
  const { placed, at } = editor.overlay.drawn[index];
  if (!placed || !at) return;
  const [from, start] = [slidePoint(event), placed.end];
  dragWith(event, (now, isLast, isPress) => {
    if (isPress) return onPress();
    const to = slidePoint(now);
    changeAnnotation(editor, index, { offset: offsetBetween(at, { x: start.x + to.x - from.x, y: start.y + to.y - from.y }) }, !isLast);
  });
}

/** @param {AnnotationEditor} editor @param {PointerEvent} event */
function dragAnchor(editor, event) {
  const { overlay: { views, drawn, atlas }, chosen } = editor;
  event.preventDefault();
  dragWith(event, (now, isLast) => {
    const anchor = anchorAt(views, slidePoint(now));
    const spot = anchor && spotOf(views, anchor);
    const { placed } = drawn[chosen];
    const { shape, offset } = atlas.view.get().annotations[chosen];
    if (!spot || !placed) return;
    // A text stays where it is; a ring goes along, as large as it was.
    changeAnnotation(editor, chosen, { ...anchor, offset: shape === "ring" ? offset : offsetBetween(spot.at, placed.end) }, !isLast);
  });
}

/** @param {AnnotationEditor} editor @param {KeyboardEvent} event */
function takeAnnotationKey(editor, event) {
  const { chosen, isWriting, overlay: { atlas } } = editor;
  event.stopPropagation(); // nothing of the slide is meant
  if (event.target === editor.remove || chosen < 0 || event.isComposing) return;
  const annotation = atlas.view.get().annotations[chosen];
  const isDone = isWriting ? event.key === "Enter" : actOnKey(editor, annotation, event);
  if (isWriting && isDone) endWriting(editor);
  if (isDone) event.preventDefault();
}

/** @param {AnnotationEditor} editor @param {Annotation} annotation @param {KeyboardEvent} event @returns {boolean} true for a key that has done something */
function actOnKey(editor, annotation, { key, shiftKey }) {
  if (key === "Enter") startWriting(editor, editor.chosen);
  else if (key === "Delete" || key === "Backspace") removeAnnotation(editor, editor.chosen);
  else if (ARROWS[key]) {
    const step = shiftKey ? LARGE_STEP : STEP;
    const [right, down] = annotation.offset.map((part, axis) => part + ARROWS[key][axis] * step);
    changeAnnotation(editor, editor.chosen, { offset: [limited(right), limited(down)] });
  } else return false;
  return true;
}

/** @param {AnnotationEditor} editor @param {number} index */
function startWriting(editor, index) {
  chooseAnnotation(editor, index);
  const text = textOf(editor);
  if (!text) return;
  text.textContent = editor.overlay.atlas.view.get().annotations[index].text;
  text.contentEditable = "true";
  editor.isWriting = true;
  text.focus({ preventScroll: true });
  getSelection()?.selectAllChildren(text);
  say(editor, "annotate_hint_write");
}

// A text that says nothing is none: without it only a ring stays.
/** @param {AnnotationEditor} editor */
function endWriting(editor) {
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
  say(editor, "annotate_hint_edit");
}

/** @param {AnnotationEditor} editor @param {number} index */
function chooseAnnotation(editor, index) {
  if (index === editor.chosen) return;
  endWriting(editor);
  editor.chosen = index;
  say(editor, index < 0 ? "" : "annotate_hint_edit");
  showChosen(editor);
  if (index < 0 && editor.overlay.root.contains(document.activeElement)) /** @type {HTMLElement} */ (document.activeElement).blur();
}

/** @param {AnnotationEditor} editor */
function showChosen(editor) {
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
function say({ hint, overlay: { atlas } }, key) {
  setText(hint, key && atlas.words()[key]);
}

/** @param {AnnotationEditor} editor */
function textOf({ overlay: { drawn }, chosen }) {
  return drawn[chosen]?.text;
}

/** @param {AnnotationEditor} editor @param {EventTarget | null} target @returns {number} index of the annotation; of the buttons around the chosen one, its */
function indexOf({ overlay: { drawn }, remove, handle, chosen }, target) {
  if (target === remove || target === handle) return chosen;
  return drawn.findIndex(({ box }) => box.contains(/** @type {Node} */ (target)));
}

/** @param {Point} from @param {Point} to @returns {[number, number]} thousandths of the slide's width */
function offsetBetween(from, to) {
  const share = PER_MILLE_OF_WIDTH / document.body.offsetWidth;
  return [limited((to.x - from.x) * share), limited((to.y - from.y) * share)];
}

/** @param {number} offset */
function limited(offset) {
  return Math.max(-PER_MILLE_OF_WIDTH, Math.min(PER_MILLE_OF_WIDTH, Math.round(offset)));
}

/** @param {MouseEvent} event @returns {Point} px of the slide, which may be shown larger or smaller */
function slidePoint({ clientX, clientY }) {
  const { x, y, width } = document.body.getBoundingClientRect();
  const scale = width / document.body.offsetWidth || 1;
  return { x: (clientX - x) / scale, y: (clientY - y) / scale };
}
