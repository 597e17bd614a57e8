// @ts-check
// Annotations on a slide's page: drawn on each, and set, moved and removed on those that are looked at or presented.

import { armAnnotation, makeAnnotationEditor, releaseAnnotations, removeAllAnnotations } from "../annotations/editor.js";
import { readAnnotations, writeAnnotations } from "../core/annotations.js";
import { annotationOverlay, mapFrame, slideAtlas } from "./index.js";

/**
 * Makes the annotations of this page editable, and tells the page around it of each change.
 * @param {() => void} [onChange]
 */
export function startAnnotating(onChange = () => {}) {
  const editor = makeAnnotationEditor(annotationOverlay);
  let told = writeAnnotations(slideAtlas.view.get().annotations);
  const tell = () => {
    const text = writeAnnotations(slideAtlas.view.get().annotations);
    if (text === told) return;
    told = text;
    onChange();
    window.parent.postMessage({ type: "atlas-annotations", text }, window.location.origin);
  };
  const release = () => { releaseAnnotations(editor); };
  slideAtlas.subscribe(({ isMoving }) => { if (!isMoving) tell(); });
  addEventListener("message", ({ source, data }) => {
    if (source !== window.parent) return;
    if (data.type === "atlas-annotate") armAnnotation(editor, data.shape, data.isByKey);
    if (data.type === "atlas-annotations") {
      told = data.text;
      slideAtlas.view.set({ annotations: readAnnotations(told) });
    }
  });
  addEventListener("pointerdown", ({ target }) => { if (!annotationOverlay.root.contains(/** @type {Node} */ (target))) release(); });
  mapFrame()?.addEventListener("load", () => mapFrame()?.contentWindow?.addEventListener("pointerdown", release));
  return {
    set: (/** @type {string} */ shape, /** @type {boolean} */ isByKey) => armAnnotation(editor, shape, isByKey),
    remove: () => removeAllAnnotations(editor),
    release: () => releaseAnnotations(editor),
    isWriting: () => editor.isWriting,
  };
}
