// @ts-check
// plotly.js is fetched once a page, by whoever asks first. A failure is forgotten, so that the next may try again.

/**
 * @param {string} url not asked for where the page has plotly.js in itself, as a slide has
 * @returns {Promise<any>}
 */
export function loadPlotly(url) {
  if (window.Plotly) return Promise.resolve(window.Plotly);
  window.atlasPlotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
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
