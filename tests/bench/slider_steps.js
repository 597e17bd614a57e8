// What the bench notes in the page and in the map's frame. It listens to what the app does and changes none of it.
(() => {
  const zero = performance.timeOrigin;
  const now = () => zero + performance.now();
  const afterThisFrame = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(now());
    port2.postMessage(0);
  };
  const afterNextFrame = (then) => bench.frame(() => afterThisFrame(then));
  const atMost = (sorted, value) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const part = (name) => document.querySelector(`.st-key-${name} [data-testid=stBidiComponentIsolated]`).shadowRoot;
  // A number for each object, the same for the same one: so that a test from outside can compare them.
  const numbers = new Map();
  const numberOf = (object) => {
    if (!numbers.has(object)) numbers.set(object, numbers.size + 1);
    return numbers.get(object);
  };

  const bench = {
    frame: window.requestAnimationFrame.bind(window),
    inFrame: false,
    steps: [],
    painted: [],
    input: null,
    forget: () => Object.assign(bench, { steps: [], painted: [], input: null }),

    // The page: when the input came, when the range was sent, when the timeline was painted.
    watchPage() {
      const veils = [...part("time-panel").querySelectorAll(".veil")];
      const veilsNow = () => veils.map((veil) => veil.style.cssText).join();
      let veilsBefore = veilsNow();
      addEventListener("pointermove", (event) => { bench.input ??= zero + event.timeStamp; }, { capture: true });
      addEventListener("pointerup", (event) => { bench.up = zero + event.timeStamp; }, { capture: true });
      window.requestAnimationFrame = (callback) => bench.frame((time) => {
        bench.inFrame = true;
        try { callback(time); } finally { bench.inFrame = false; }
      });
      const post = BroadcastChannel.prototype.postMessage;
      BroadcastChannel.prototype.postMessage = function postAndNote(message) {
        post.call(this, message);
        if (message?.type !== "range") return;
        const step = { range: String(message.range), input: bench.input, at: null };
        [bench.input, bench.range] = [null, message.range];
        if (step.input === null) return;
        bench.steps.push(step);
        const look = (at) => {
          if (veilsNow() === veilsBefore) return afterNextFrame(look);
          veilsBefore = veilsNow();
          step.at = at;
        };
        (bench.inFrame ? afterThisFrame : afterNextFrame)(look);
      };
    },

    // The map: when it was painted for a range, with as many events as the tables have for it. A range that was
    // overtaken by the next before it was painted counts as painted with that one. It is told in the page's own frame, as
    // the map is.
    watchMap(firsts, lasts) {
      const waiting = [];
      const shown = () => Number(document.documentElement.dataset.shown);
      const look = (at) => {
        const done = waiting.findLastIndex(({ count }) => count === shown());
        for (const { range } of waiting.splice(0, done + 1)) bench.painted.push({ range, at });
        if (waiting.length) afterNextFrame(look);
      };
      window.parent.addEventListener(atlas.data.channel, ({ detail }) => {
        const [start, end] = detail;
        waiting.push({ range: String(detail), count: atMost(firsts, end) - atMost(lasts, start - 1) });
        afterThisFrame(look);
      });
    },

    objectsOfMap() {
      const { lat, lng } = atlas.map.getCenter();
      return { map: numberOf(atlas.map), map_element: numberOf(atlas.map.getContainer()), camera: [lat.toFixed(4), lng.toFixed(4), atlas.map.getZoom()].join() };
    },

    objectsOfPage() {
      const plot = part("time-panel").querySelector(".plot");
      return { timeline: numberOf(plot), timeline_drawing: numberOf(plot.querySelector(".main-svg")), timeline_points: numberOf(plot.querySelector(".points path, .barlayer path")), frame: numberOf(document.querySelector("iframe[title='streamlit_folium.st_folium']")) };
    },

    // Once a frame: what the page says, until `released` is asked.
    awaitRelease() {
      bench.up = null;
      bench.looks = [];
      const looks = bench.looks;
      const app = () => document.querySelector("[data-testid=stApp]");
      const look = () => {
        if (looks !== bench.looks || bench.asked === looks) return;
        if (bench.up !== null) {
          const start = new Date((bench.range[0] - 719163) * 86400000).toISOString().slice(0, 10);
          looks.push({
            at: now(),
            still: app().dataset.testScriptState === "notRunning",
            address: new URLSearchParams(location.search).get("from") === start,
            count: part("reader-panel").querySelector(".count").textContent,
          });
        }
        bench.frame(look);
      };
      bench.frame(look);
    },

    released() {
      bench.asked = bench.looks;
      return { input: bench.up, range: bench.range, looks: bench.looks };
    },
  };
  window.bench = bench;
})();
