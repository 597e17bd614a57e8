import { figureIn } from "../../../app/browser/timeline/document.js";
import { equal } from "../assert.js";

/** @type {any} */
const DRAWN = {
  colours: [{ light: "#ffffff", dark: "#101820" }, { light: "#b3372f", dark: "#da7973" }],
  figure: {
    data: [{
      customdata: ["#000001", "arrow-left"],
      x: [0.25, 0.5],
      marker: { color: ["#000001", "rgba(0,0,1,0.280)"], symbol: ["arrow-left", "arrow-right-open"], opacity: [1, 1], line: { color: "#000000", width: 1.2 } },
    }],
    layout: { paper_bgcolor: "rgba(0,0,0,0)", font: { family: "Noto", color: "#000001" }, shapes: [{ path: "M0,1L0.5,0", line: { color: "#000000" } }] },
  },
};

Deno.test("a figure wears the colours of its appearance, translucent ones too, and nothing else of it is changed", () => {
  const { data: [trace], layout } = figureIn(DRAWN, "dark", false);
  equal(trace.marker.color, ["#da7973", "rgba(218,121,115,0.280)"]);
  equal([trace.marker.line, layout.font, layout.shapes[0].line.color], [{ color: "#101820", width: 1.2 }, { family: "Noto", color: "#da7973" }, "#101820"]);
  equal([layout.paper_bgcolor, layout.shapes[0].path, trace.x], ["rgba(0,0,0,0)", "M0,1L0.5,0", [0.25, 0.5]]);
  equal(trace.marker.symbol, ["arrow-left", "arrow-right-open"]);
});

Deno.test("ids are no colours and no arrows, whatever they look like", () => {
  equal(figureIn(DRAWN, "light", true).data[0].customdata, ["#000001", "arrow-left"]);
});

Deno.test("an arrow points to where the span goes on, from right to left too", () => {
  equal(figureIn(DRAWN, "light", true).data[0].marker.symbol, ["arrow-right", "arrow-left-open"]);
});

Deno.test("the figure that was sent stays as it is for the next appearance", () => {
  const before = JSON.stringify(DRAWN);
  figureIn(DRAWN, "dark", true).data[0].marker.color[0] = "#123456";
  equal(JSON.stringify(DRAWN), before);
});
