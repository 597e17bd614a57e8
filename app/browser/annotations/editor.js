// @ts-check
// Setting, moving, editing and removing annotations on a slide: by pointer, finger or keyboard.

import { MAX_ANNOTATIONS } from "../core/annotations.js";
import { button, element } from "../core/dom.js";
import { anchorAt, slidePoint, spotOf } from "./anchors.js";
import { dragWith } from "./dragging.js";
import { addAnnotation, changeAnnotation, chooseAnnotation, endWriting, removeAnnotation, sayHint, showChosen, startWriting, textOf } from "./editing.js";
import { PER_MILLE_OF_WIDTH } from "./overlay.js";

/** @typedef {import("../core/annotations.js").Annotation} Annotation */
/** @typedef {import("./anchors.js").Anchor} Anchor */
/** @typedef {import("./editing.js").AnnotationEditor} AnnotationEditor */
/** @typedef {import("./geometry.js").Point} Point */
/** @typedef {import("./overlay.js").AnnotationOverlay} AnnotationOverlay */

const STEP = 5; // thousandths of the slide's width that an arrow key moves a text
const LARGE_STEP = 25;
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
  if (atlas.view.get().annotations.length >= MAX_ANNOTATIONS) return sayHint(editor, "annotate_full");
  if (isByKey) {
    const anchor = anchorsAtHand(editor).find((one) => spotOf(views, one));
    if (anchor) return addAnnotation(editor, shape, anchor);
  }
  editor.armed = shape;
  editor.overlay.root.classList.add("armed");
  sayHint(editor, "annotate_hint_place");
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
  sayHint(editor, "");
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

/** @param {AnnotationEditor} editor @param {PointerEvent} event */
function takePress(editor, event) {
  const { overlay: { root, views }, armed } = editor;
  if (event.button || event.target === editor.remove) return;
  if (armed) {
    event.preventDefault();
    const anchor = anchorAt(views, slidePoint(event.clientX, event.clientY));
    if (!anchor) return sayHint(editor, "annotate_hint_place");
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
  const [from, start] = [slidePoint(event.clientX, event.clientY), placed.end];
  dragWith(event, (now, isLast, isPress) => {
    if (isPress) return onPress();
    const to = slidePoint(now.clientX, now.clientY);
    changeAnnotation(editor, index, { offset: offsetBetween(at, { x: start.x + to.x - from.x, y: start.y + to.y - from.y }) }, !isLast);
  });
}

/** @param {AnnotationEditor} editor @param {PointerEvent} event */
function dragAnchor(editor, event) {
  const { overlay: { views, drawn, atlas }, chosen } = editor;
  event.preventDefault();
  dragWith(event, (now, isLast) => {
    const anchor = anchorAt(views, slidePoint(now.clientX, now.clientY));
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
