// What the bench notes in the page. It listens to the store as a panel does, and changes nothing.
(() => {
  const zero = performance.timeOrigin;
  const now = () => zero + performance.now();
  const nextFrame = window.requestAnimationFrame.bind(window);
  const afterThisFrame = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(now());
    port2.postMessage(0);
  };
  const part = (name) => document.querySelector(`.st-key-${name} [data-testid=stBidiComponentIsolated]`).shadowRoot;
  const mapFrame = () => document.querySelector("iframe[title='streamlit_folium.st_folium']");
  // A number for each object, the same for the same one: so that a test from outside can compare them.
  const numbers = new Map();
  const numberOf = (object) => {
    if (!numbers.has(object)) numbers.set(object, numbers.size + 1);
    return numbers.get(object);
  };

  const bench = {
    steps: [],
    input: null,
    forget: () => Object.assign(bench, { steps: [], input: null }),

    // From the input to the end of the frame in which map, timeline and list show what the store has.
    async watch() {
      const atlas = await window.atlases.page.atlas;
      const map = mapFrame().contentDocument.documentElement;
      const count = part("details-panel").querySelector(".count");
      const details = part("details-panel");
      const timeline = part("time-panel");
      for (const name of ["pointermove", "click"]) {
        addEventListener(name, (event) => { bench.input ??= zero + event.timeStamp; }, { capture: true });
      }
      addEventListener("pointerup", (event) => { bench.up = zero + event.timeStamp; }, { capture: true });
      // Words are looked up once nothing was typed for a while: what is timed begins then.
      const { set } = atlas.view;
      atlas.view.set = (changes, how) => {
        if ("words" in changes) bench.input = now();
        set(changes, how);
      };
      const isPainted = ({ shown, selected, passing }) => {
        if (Number(map.dataset.shown) !== shown || count.dataset.shown !== String(shown)) return false;
        const event = atlas.dataset.eventById.get(selected);
        if (event && details.querySelector("h2")?.textContent !== event.title[atlas.language().code]) return false;
        const dimmed = timeline.querySelectorAll(".points path[style*='opacity: 0.08']").length;
        return timeline.querySelector(".merged, .batch") !== null || dimmed > 0 === passing < atlas.visibility.status.length - atlas.visibility.tally[5];
      };
      atlas.subscribe(() => {
        bench.range = atlas.range();
        if (bench.input === null) return;
        const { selected } = atlas.view.get();
        const passing = atlas.dataset.events.filter(({ index }) => atlas.visibility.passes(index)).length;
        const step = { input: bench.input, range: bench.range, shown: atlas.visibility.tally[0], selected, passing, at: null, frames: 0 };
        bench.input = null;
        bench.steps.push(step);
        const look = (at) => {
          step.frames += 1;
          if (bench.steps.at(-1) !== step && bench.steps.at(-1).at) step.at = bench.steps.at(-1).at; // overtaken before it was painted
          else if (isPainted(step)) step.at = at;
          else if (step.frames < 300) nextFrame(() => afterThisFrame(look));
        };
        afterThisFrame(look);
      });
    },

    // The least that an answer to an input can take: one text is set in the next frame.
    watchBare() {
      const text = document.body.appendChild(document.createElement("p"));
      addEventListener("pointermove", (event) => {
        bench.input ??= zero + event.timeStamp;
        bench.asked ||= nextFrame(() => {
          text.textContent = String(bench.steps.length);
          const step = { input: bench.input, at: null };
          [bench.input, bench.asked] = [null, 0];
          bench.steps.push(step);
          afterThisFrame((at) => { step.at = at; });
        });
      });
    },

    objects() {
      const plot = part("time-panel").querySelector(".plot");
      const { map } = mapFrame().contentWindow.atlasMap;
      const { lat, lng } = map.getCenter();
      return {
        map: numberOf(map),
        map_element: numberOf(map.getContainer()),
        camera: [lat.toFixed(4), lng.toFixed(4), map.getZoom()].join(),
        timeline: numberOf(plot),
        timeline_drawing: numberOf(plot.querySelector(".main-svg")),
        timeline_points: numberOf(plot.querySelector(".points path, .barlayer path")),
        frame: numberOf(mapFrame()),
      };
    },

    // Once a frame: what the page says, until `released` is asked.
    awaitRelease() {
      bench.up = null;
      bench.looks = [];
      const looks = bench.looks;
      const look = () => {
        if (looks !== bench.looks || bench.asked === looks) return;
        if (bench.up !== null) {
          const start = new Date((bench.range[0] - 719163) * 86400000).toISOString().slice(0, 10);
          looks.push({
            at: now(),
            still: document.querySelector("[data-testid=stApp]").dataset.testScriptState === "notRunning",
            address: new URLSearchParams(location.search).get("from") === start,
            count: part("details-panel").querySelector(".count").dataset.shown,
          });
        }
        nextFrame(look);
      };
      nextFrame(look);
    },

    released() {
      bench.asked = bench.looks;
      return { input: bench.up, range: bench.range, looks: bench.looks };
    },
  };
  window.bench = bench;
})();
