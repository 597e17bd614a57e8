// plotly.js is fetched once a page: by the first component that asks for it. A failure is forgotten, so that the next may try again.
export function loadPlotly(url) {
  if (!window.atlasPlotly) {
    window.atlasPlotly = new Promise((resolve, reject) => {
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
  }
  return window.atlasPlotly;
}
