// The card of one event or one place. It answers in this order: what, when, where, who, do they agree,
// what happened, which paragraph, which reports.

function eventCard(reader, event) {
  const { words } = reader.data;
  const card = element("article", "card");
  const kicker = element("p", "kicker");
  kicker.append(themeMark(reader, event.theme), `${reader.themeName(event.theme)} · ${words[`kind_${event.kind}`]}`);
  card.append(kicker, element("h2", "", event.title));

  const facts = element("dl");
  fact(facts, words.essay_date, event.dates.essay || words.no_date);
  fact(facts, words.reported_date, event.dates.reports || words.no_date);
  if (event.places.length) fact(facts, words.where, ...whereOf(reader, event));
  if (event.actors.length) fact(facts, words.who, ...event.actors.map((actor) => actorLine(reader, actor)));
  card.append(facts);

  const agreement = element("div", `agreement ${event.agreement}`);
  agreement.append(element("strong", "", words[`agree_${event.agreement}`]));
  if (event.difference) agreement.append(element("span", "", event.difference));
  card.append(agreement);

  card.append(element("h3", "", words.essay_says), element("p", "", event.summary));
  card.append(element("h3", "", words.paragraph));
  if (!event.paragraphs.length) card.append(element("p", "quiet", words.no_paragraph));
  for (const number of event.paragraphs) card.append(paragraphFold(reader, number));
  if (event.note) card.append(element("h3", "", words.note), element("p", "", event.note));

  card.append(element("h3", "", words.reports_heading));
  if (!event.reports.length) card.append(element("p", "quiet", words.no_reports));
  for (const report of event.reports) card.append(reportLine(reader, report));
  card.append(element("p", "row-reference", fill(words.row_reference, { id: event.id, file: "events.csv" })));
  return card;
}

function whereOf(reader, event) {
  const { words } = reader.data;
  const parts = event.places.map((place) => {
    const link = button("link", place.name, () => reader.select(`place:${place.id}`));
    if (place.supplied) link.title = words.supplied_by_reports;
    return link;
  });
  const said = parts.flatMap((part, index) => (index ? [reader.comma(), part] : [part]));
  if (event.from) {
    const way = fill(words.from_place, { place: event.from.name });
    said.push(`${reader.comma()}${way}${event.from.km ? ` · ${fill(words.km, { n: event.from.km.toLocaleString("en") })}` : ""}`);
  }
  return said;
}

function actorLine(reader, actor) {
  const line = element("div", "actor", actor.name);
  const remarks = [actor.role, actor.supplied ? reader.data.words.supplied_by_reports : ""].filter(Boolean);
  if (remarks.length) line.append(element("small", "", remarks.join(" · ")));
  return line;
}

// The paragraph's own text unfolds in place, one click from the event that rests on it.
function paragraphFold(reader, number) {
  const paragraph = reader.data.paragraphs[number];
  const fold = element("details", "paragraph");
  const summary = element("summary", "", fill(reader.data.words.paragraph_sign, { n: number }));
  summary.append(element("span", "quiet", ` · ${paragraph.section}`));
  const text = element("blockquote", "", paragraph.text);
  text.lang = "en";
  text.dir = "ltr";
  fold.append(summary, text);
  return fold;
}

function reportLine(reader, report) {
  const { words } = reader.data;
  const line = element("p", `report ${report.bearing}`);
  const link = outsideLink("", report.url);
  link.append(element("span", "publisher", report.publisher));
  if (report.title) {
    const title = element("span", "title", report.title);
    title.dir = "auto";
    link.append(": ", title);
  }
  line.append(link);
  const remarks = [report.published, words[`bearing_${report.bearing}`], report.note].filter(Boolean);
  line.append(element("small", "", remarks.join(" · ")));
  return line;
}

function placeCard(reader, id) {
  const { words, places } = reader.data;
  const place = places[id];
  const card = element("article", "card");
  card.append(element("p", "kicker", words[`place_${place.kind}`]), element("h2", "", place.name));
  const facts = element("dl");
  if (place.latitude === null) {
    fact(facts, words.coordinates, words.no_coordinates);
  } else {
    const point = element("span", "", `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`);
    point.dir = "ltr";
    fact(facts, words.coordinates, point, element("small", "", fill(words.radius, { n: place.radius_km.toLocaleString("en") })));
  }
  for (const [word, source] of [[words.source, place.source], [words.second_source, place.second_source]]) {
    if (!source) continue;
    const said = element("span", "", source);
    said.dir = "auto";
    fact(facts, word, said);
  }
  if (place.sources_apart_km !== null) facts.lastChild.append(element("small", "", fill(words.sources_apart, { n: place.sources_apart_km })));
  if (place.confidence) fact(facts, words.confidence, words[`confidence_${place.confidence}`]);
  if (place.paragraphs.length && place.paragraphs.length < 20) fact(facts, words.named_in, place.paragraphs.map((n) => fill(words.paragraph_sign, { n })).join(reader.comma()));
  card.append(facts);
  if (place.note) card.append(element("p", "quiet", place.note));
  card.append(element("h3", "", words.place_events));
  const list = element("div", "rows");
  for (const event of reader.eventsInRange().filter((candidate) => candidate.places.some((there) => there.id === id))) list.append(eventRow(reader, event));
  card.append(list, element("p", "row-reference", fill(words.row_reference, { id, file: "places.csv" })));
  return card;
}

function eventRow(reader, event) {
  const row = button("event-row", "", () => reader.select(event.id));
  row.dataset.event = event.id;
  const date = element("span", "date", event.dates[reader.state.basis] || event.dates[reader.state.basis === "essay" ? "reports" : "essay"] || reader.data.words.no_date);
  row.append(themeMark(reader, event.theme), element("span", "title", event.title), date);
  if (event.agreement === "conflicts") {
    const contested = element("span", "contested", "○");
    contested.title = reader.data.words.agree_conflicts;
    row.append(contested);
  }
  return row;
}
