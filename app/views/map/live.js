// The map's part in the live link: it listens on the session's channel and shows what it is told.

function drawAtlas(map, data) {
  const atlas = {
    map,
    data,
    language: "en",
    appearance: "light",
    state: { range: [-Infinity, Infinity], basis: "essay", certainty: "possibly", passing: null, selected: "" },
    passing: null,
    shown: [],
    arrowHeads: [],
    told: false,
    measured: new Map(),
    placeById: new Map(data.places.map((place) => [place.id, place])),
    labels: L.layerGroup(),
    journeys: L.layerGroup(),
    palette: () => data.palettes[atlas.appearance],
    words: () => data.words[atlas.language],
    rightToLeft: () => atlas.language === "ar",
    colourOf: (theme) => data.themes.find(({ id }) => id === theme)?.colours[atlas.appearance] || atlas.palette().text_quiet,
    select: (id) => channel.postMessage({ type: "select", selected: id }),
    selectPlace: (id) => channel.postMessage({ type: "select", selected: `place:${id}` }),
  };
  window.atlas = atlas;
  const channel = new BroadcastChannel(data.channel);
  for (const [name, zIndex] of [["discs", 300], ["routes", 310], ["journeys", 320], ["labels", 620], ["places", 610]]) {
    map.createPane(name).style.zIndex = zIndex;
  }
  map.getPane("labels").style.pointerEvents = "none";
  dress(atlas);
  drawBase(atlas);
  atlas.labels.addTo(map);
  atlas.journeys.addTo(map);
  makeMarkers(atlas);
  drawRoutes(atlas);
  addControls(atlas);
  fitStart(atlas);
  map.on("resize", () => {
    if (!atlas.touched) fitStart(atlas);
    arrange(atlas);
  });
  map.on("moveend", () => arrange(atlas));
  map.getContainer().addEventListener("wheel", () => { atlas.touched = true; }, { passive: true });
  map.on("dragstart", () => { atlas.touched = true; });

  channel.onmessage = ({ data: message }) => {
    if (message.type === "state") takeState(atlas, message);
    if (message.type === "range") takeRange(atlas, message.range);
  };
  channel.postMessage({ type: "hello" });
}

function fitStart(atlas) {
  atlas.map.fitBounds(atlas.data.start, { animate: false, padding: [6, 6] });
}

// Everything that depends on where things lie on the screen: after a move, a zoom or a change of size.
function arrange(atlas) {
  spreadMarkers(atlas);
  drawJourneys(atlas, atlas.shown);
  placeLabels(atlas);
}

// The whole state: language, appearance, filters, selection and range.
function takeState(atlas, message) {
  const dressed = message.language !== atlas.language || message.appearance !== atlas.appearance;
  const selectedBefore = atlas.state.selected;
  const redraw = !atlas.told;
  atlas.told = true;
  atlas.state = message;
  atlas.passing = message.passing && new Set(message.passing);
  if (dressed) {
    [atlas.language, atlas.appearance] = [message.language, message.appearance];
    dress(atlas);
    recolourBase(atlas);
    addControls(atlas);
  }
  takeRange(atlas, message.range, dressed || redraw);
  if (message.selected && message.selected !== selectedBefore) flyToSelected(atlas);
}

// The range alone, as often as the slider moves.
function takeRange(atlas, range, redraw = false) {
  atlas.state.range = range;
  atlas.shown = atlas.data.events.filter((event) => isShown(atlas, event));
  const changed = updateMarkers(atlas, atlas.shown);
  if (changed || redraw) {
    drawAway(atlas, atlas.shown);
    arrange(atlas);
  }
  updateRoutes(atlas);
  document.documentElement.dataset.shown = atlas.shown.length;
}

function isShown(atlas, event) {
  const span = event.spans[atlas.state.basis];
  if (!span || (atlas.passing && !atlas.passing.has(event.id))) return false;
  return inRange(span, atlas.state.range, atlas.state.certainty);
}

function flyToSelected(atlas) {
  const { selected } = atlas.state;
  const id = selected.startsWith("place:") ? selected.slice(6) : atlas.data.events.find((event) => event.id === selected)?.place;
  const place = atlas.placeById.get(id);
  if (!place || !insideFrame(atlas, place.at)) return;
  if (!atlas.map.getBounds().pad(-0.06).contains(place.at)) {
    atlas.touched = true;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    atlas.map.panTo(place.at, { animate: !still, duration: 0.6 });
  }
}

// Colours and direction as properties of the page, for map.css.
function dress(atlas) {
  const root = document.documentElement;
  for (const [name, colour] of Object.entries(atlas.palette())) root.style.setProperty(`--${name}`, colour);
  root.style.setProperty("--halo", atlas.palette().land_focus);
  root.style.colorScheme = atlas.appearance;
  root.lang = atlas.language;
  root.dir = atlas.rightToLeft() ? "rtl" : "ltr";
}

function addControls(atlas) {
  const { map } = atlas;
  for (const control of atlas.controls || []) control.remove();
  const [near, far] = atlas.rightToLeft() ? ["right", "left"] : ["left", "right"];
  map.zoomControl.setPosition(`top${near}`);
  const box = (position, className, fill) => {
    const control = L.control({ position });
    control.onAdd = () => {
      const element = L.DomUtil.create("div", className);
      L.DomEvent.disableClickPropagation(element);
      fill(element);
      return element;
    };
    return control.addTo(map);
  };
  const words = atlas.words();
  atlas.controls = [
    box(`bottom${far}`, "atlas-note", (element) => { element.textContent = `${words.boundary_note} · ${words.geonames_note}`; }),
    L.control.scale({ imperial: false, maxWidth: 120, position: `bottom${near}` }).addTo(map),
    box(`top${far}`, "atlas-away", (element) => { atlas.away = element; }),
  ];
  map.getContainer().setAttribute("aria-label", words.map_label);
}
