import { cameraOfSubject, subjectPlaces } from "../../../app/browser/map/framing.js";
import { equal } from "../assert.js";
import { openMadeUp } from "../core/made_up.js";

const SIZE = { x: 800, y: 400 };
const ROOM = { left: 60, right: 60, top: 40, bottom: 40 };

/** @param {string} id @param {number} latitude @param {number} longitude @param {number} radiusKm @param {number} weight */
const at = (id, latitude, longitude, radiusKm = 10, weight = 1) => (/** @type {any} */ ({ place: { id, at: [latitude, longitude], radiusKm }, weight }));
const [BAGHDAD, DAMASCUS, RIYADH, DOHA, ANKARA, ASTANA, USA] = [
  at("baghdad", 33.34, 44.4), at("damascus", 33.51, 36.29), at("riyadh", 24.69, 46.72), at("doha", 25.29, 51.53),
  at("ankara", 39.92, 32.85), at("astana", 51.18, 71.45), at("usa", 37.25, -99.7, 1952),
];

/** Where a place stands in the map, px from its top left corner. @param {any} subject @param {number[]} camera */
function pixel({ place: { at: [latitude, longitude] } }, [centreLatitude, centreLongitude, zoom]) {
  const y = (/** @type {number} */ degrees) => 0.5 - Math.asinh(Math.tan((degrees * Math.PI) / 180)) / (2 * Math.PI);
  const world = 256 * 2 ** zoom;
  return { x: SIZE.x / 2 + ((longitude - centreLongitude) / 360) * world, y: SIZE.y / 2 + (y(latitude) - y(centreLatitude)) * world };
}

/** @param {any[]} places @param {number[]} camera @param {{ left: number, right: number, top: number, bottom: number }} room */
function areInside(places, camera, room = ROOM) {
  return places.map((place) => pixel(place, camera)).every(({ x, y }) =>
    x >= room.left - 1 && x <= SIZE.x - room.right + 1 && y >= room.top - 1 && y <= SIZE.y - room.bottom + 1);
}

Deno.test("a subject's places are the first of each event, its other points, and where its journeys began", () => {
  const { atlas: { dataset }, index } = openMadeUp();
  const named = (/** @type {string[]} */ ...ids) => {
    const subject = new Uint8Array(dataset.events.length);
    for (const id of ids) subject[index(id)] = 1;
    return subjectPlaces(dataset, subject).map(({ place, weight }) => [place.id, weight]);
  };
  equal(named("fall"), [["damascus", 1]]);
  equal(named("fall", "visit", "meeting"), [["damascus", 2], ["doha", 1], ["baghdad", 2]], "a place without a point is no place to go to");
  equal(named("year", "offensive"), []);
});

Deno.test("areas count where an event's mark stands on them, and not as one of several places", () => {
  const places = [{ id: "iran", at: [32, 54], area: true }, { id: "basra", at: [30.5, 47.8], area: false }];
  const events = [{ index: 0, places: [1, 0], from: -1 }, { index: 1, places: [0], from: 1 }];
  const named = (/** @type {number[]} */ subject) => subjectPlaces(/** @type {any} */ ({ places, events }), Uint8Array.from(subject)).map(({ place }) => place.id);
  equal(named([1, 0]), ["basra"]);
  equal(named([0, 1]), ["iran", "basra"]);
});

Deno.test("all places of a subject lie inside the room at the edges, and two of them on it", () => {
  for (const room of [ROOM, { left: 10, right: 200, top: 100, bottom: 0 }]) {
    const subject = [BAGHDAD, DAMASCUS, RIYADH, DOHA, ANKARA];
    const camera = cameraOfSubject(subject, SIZE, room);
    equal(areInside(subject, camera, room), true, String(camera));
    equal(areInside(subject, [camera[0], camera[1], camera[2] + 0.15], room), false, "it is as close as can be");
  }
});

Deno.test("one town is shown with what is around it, one region with all of it", () => {
  equal(cameraOfSubject([BAGHDAD], SIZE, ROOM), [33.34, 44.4, 8.5]);
  const [latitude, longitude, zoom] = cameraOfSubject([at("anbar", 32.85, 41.54, 257)], SIZE, ROOM);
  equal([latitude, longitude], [32.85, 41.54]);
  const radius = (257 / (40075 * Math.cos((latitude * Math.PI) / 180))) * 256 * 2 ** zoom;
  equal(radius <= 160 && radius > 150, true, String(radius));
});

Deno.test("a place far from the most of a subject is left out, and the rest is shown as without it", () => {
  equal(cameraOfSubject([BAGHDAD, USA, DAMASCUS, ASTANA, RIYADH, DOHA, ANKARA], SIZE, ROOM), cameraOfSubject([BAGHDAD, DAMASCUS, RIYADH, DOHA, ANKARA], SIZE, ROOM));
});

Deno.test("a subject of which most lies far apart is shown whole", () => {
  const camera = cameraOfSubject([BAGHDAD, USA], SIZE, ROOM);
  equal(areInside([BAGHDAD, USA], camera), true, String(camera));
  equal(cameraOfSubject([], SIZE, ROOM), null);
});

Deno.test("of many places one that lies apart is left out where the others come much nearer, unless a caption stands at it", () => {
  const crowd = Array.from({ length: 9 }, (_, number) => at(`town-${number}`, 33.2 + number / 3, 44 - number / 5));
  const near = cameraOfSubject(crowd, SIZE, ROOM);
  equal(cameraOfSubject([...crowd, RIYADH], SIZE, ROOM), near);
  for (const places of [[...crowd, { ...RIYADH, isNumbered: true }], [...crowd.slice(0, 7), RIYADH]]) {
    equal(areInside(places, cameraOfSubject(places, SIZE, ROOM)), true);
  }
});
