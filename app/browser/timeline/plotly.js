// @ts-check
// plotly.js is fetched once a page, by whoever asks first. A failure is forgotten, so that the next may try again.

/**
 * @param {() => string} address is asked for it only where the page has no Plotly of its own, as a slide has
 * @returns {Promise<any>}
 */
export function loadPlotly(address) {
  if (window.Plotly) return Promise.resolve(window.Plotly);
  window.atlasPlotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address();
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => {
      window.atlasPlotly = null;
      script.remove();
      reject(new Error("plotly.js could not be loaded"));
    };
    document.head.append(script);
  });
  return window.atlasPlotly;
}
