// Builds the page in one language from the data of the run. No number is made here.
"use strict";

const DATA = JSON.parse(document.getElementById("data").textContent);
const WORDS = JSON.parse(document.getElementById("words").textContent);
const page = document.getElementById("page");
let language = "en";

const word = (key, values = {}) => String(WORDS[language][key] ?? key).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
const text = (pair) => pair[language];
const number = (value, digits = 1) => (value === undefined || value === null ? "" : value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: "negative" }).replace("-", "−"));
const unitWords = (endpoint) => (endpoint.unitWords ? text(endpoint.unitWords) : endpoint.unit === "1" ? word("points") : endpoint.unit.replace(/[{}]/g, ""));
/** The unit in brackets, unless there is none or the label says it already: the per cent of what it is, or what money. */
const unitOf = (endpoint) => (endpoint.unit === "1" || endpoint.unit === "{USD}" || (endpoint.unit === "%" && /[%٪]/.test(text(endpoint.label))) ? "" : ` (${unitWords(endpoint)})`);
const sizes = (arms) => {
  const all = arms.map((arm) => arm.n);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return least === most ? number(least, 0) : `${number(least, 0)} – ${number(most, 0)}`;
};
const span = (pair, digits = 1) => (pair ? `${number(pair[0], digits)} … ${number(pair[1], digits)}` : "");
const comma = () => (language === "ar" ? "، " : ", ");
const mcidOf = (endpoint) => (endpoint.mcid ? endpoint.mcid.value * (endpoint.better === "low" ? -1 : 1) : undefined);
const percent = (share) => (share === undefined ? "" : Math.round(100 * share) + " %");

/** An element: el("p.small", child, child); children are nodes or text. */
function el(tag, ...children) {
  const [name, ...classes] = tag.split(".");
  const node = document.createElement(name);
  if (classes.length) node.className = classes.join(" ");
  node.append(...children.filter((child) => child !== undefined && child !== ""));
  return node;
}

function section(key, ...children) {
  const whole = el("section", el("h2", word(key, { endpoint: text(primary().label) })), ...children);
  whole.id = key;
  page.append(whole);
}

/** More columns than these do not stand beside one another on a phone; their cells then follow one another under the first. */
const MOST_ABREAST = 7;

function table(caption, heads, rows) {
  const cell = (value, i) => {
    const whole = el(heads[i].n ? "td.n" : "td", value instanceof Node ? value : String(value ?? ""));
    whole.dataset.head = heads[i].title;
    return whole;
  };
  const body = el("tbody", ...rows.map((row) => (row.group ? groupRow(row.group, heads.length) : el("tr", ...row.map(cell)))));
  const whole = el("table", el("thead", el("tr", ...heads.map((h) => el(h.n ? "th.n" : "th", h.title)))), body);
  if (caption) whole.prepend(el("caption", caption));
  const frame = el(heads.length > MOST_ABREAST ? "div.scroll.stacked" : "div.scroll", whole);
  frame.tabIndex = 0;
  return frame;
}

function groupRow(title, columns) {
  const head = el("th", title);
  head.colSpan = columns;
  return el("tr.group", head);
}

function figure(caption, ...bodies) {
  return el("figure", ...bodies, el("figcaption", caption));
}

const list = (items) => el("ul", ...items.map((item) => el("li", item)));
const armOf = (name) => DATA.study.arms.find((arm) => arm.name === name);
const armTitle = (name) => text(armOf(name).title);
const colourOf = (name) => COLOURS[DATA.study.arms.findIndex((arm) => arm.name === name) % COLOURS.length];
const endpointOf = (name) => DATA.study.endpoints.find((endpoint) => endpoint.name === name);
const primary = () => DATA.study.endpoints[0];

function curvesOf(readout) {
  return DATA.timecourse.filter((c) => c.readout === readout).map((c) => ({ ...c, title: armTitle(c.arm), colour: colourOf(c.arm), reference: c.arm === DATA.study.reference }));
}

function key(entries) {
  return el("ul.key", ...entries.map(([title, colour]) => {
    const mark = el("i");
    mark.style.background = colour;
    return el("li", mark, title);
  }));
}

const facts = () => word("facts", { trials: number(DATA.summary.trials, 0), patients: sizes(DATA.summary.arms), seed: DATA.summary.seed, scenario: scenarioTitle(DATA.summary.scenario) });

function head() {
  const button = el("button", word("language"));
  button.type = "button";
  button.lang = language === "en" ? "ar" : "en";
  button.addEventListener("click", () => show(language === "en" ? "ar" : "en"));
  const s = DATA.summary;
  const header = el("header", el("div.masthead", el("span", word("kicker")), button), el("h1", text(DATA.study.title)),
    page.classList.contains("sheet") ? "" : el("p.facts", facts()));
  if (s.mark) {
    header.append(el("p.modified", word("modified") + " ", el("code", s.modifications.join(", "))));
    page.append(el("div.stamp", s.mark));
  }
  page.append(header);
}

function opening() {
  if (DATA.study.question) section("question", el("p.question", text(DATA.study.question)));
  section("answer", el("div.answer", ...DATA.findings.answer.map((sentence) => el("p", text(sentence))), el("p.small", DATA.study.use ? text(DATA.study.use) + " " : "", word("advice"))));
}

/** What a picture made of elements must carry: the mark of a changed run, arms that the evidence does not rank. */
function marks(arms) {
  const conflict = DATA.study.dataConflicts.some((c) => c.arms.filter((arm) => arms.includes(arm)).length > 1);
  return [...(DATA.summary.mark ? [el("span.badge.assumed.mark", DATA.summary.mark), " "] : []), ...(conflict ? [el("span.badge.recalled", word("conflict")), " "] : [])];
}

/** Of 100 people: a dot each, in the order of the legend. */
function dotPicture(arm) {
    const reference = armTitle(DATA.study.reference);
    const kinds = [["because", word("dotBecause")], ["anyway", word("dotAnyway", { reference })], ["not", word("dotNot")], ["lost", word("dotLost", { reference })]];
    const dots = el("div.dots", ...kinds.flatMap(([kind]) => Array.from({ length: arm[kind] }, () => el("i." + kind))));
    dots.setAttribute("role", "img");
    dots.setAttribute("aria-label", kinds.map(([kind, title]) => `${arm[kind]}: ${title}`).join(comma()));
    return el("div", el("h4", armTitle(arm.arm)), dots, el("ul.legend", ...kinds.filter(([kind]) => arm[kind]).map(([kind, title]) => el("li", el("i." + kind), el("b", String(arm[kind])), " ", title))));
}

const responderLabel = () => (primary().responder.label ? text(primary().responder.label) : `${primary().responder.gain} ${unitWords(primary())}`);

function hundred() {
  const h = DATA.hundred;
  if (!h) return;
  const reference = armTitle(DATA.study.reference);
  const label = responderLabel();
  section("hundred", el("p", ...marks(h.arms.map((arm) => arm.arm)), word("hundredCaption", { after: when(h.month), label, reference })), el("div.multiples", ...h.arms.map(dotPicture)));
}

function curves() {
  if (DATA.steps.length) return;
  const all = curvesOf(primary().name);
  const chart = el("div.chart");
  const grid = el("div.multiples");
  const counted = kindOf(primary()) === "proportion"; // yes or no of each person: no bands and no change
  section("curves", figure(word("curvesCaption"), key(all.map((c) => [c.title, c.colour])), chart), ...(counted ? [] : [figure(word("multiplesCaption"), grid)]));
  curvesChart(chart, all, { month: inYears(all[0].days[all[0].days.length - 1]) ? word("year") : word("month"), endpoint: text(primary().label) });
  if (counted) return;
  const reference = all.find((c) => c.reference);
  const ends = filled(primary().range, all);
  all.filter((c) => !c.reference).forEach((c) => {
    const small = el("div.chart");
    grid.append(el("div", el("h4", c.title), small));
    multipleChart(small, c, reference, ends);
  });
}

function change() {
  if (DATA.steps.length) return;
  const c = DATA.change;
  const endpoint = endpointOf(c.endpoint);
  if (kindOf(endpoint) === "proportion") return;
  const grid = el("div.multiples");
  const waits = kindOf(endpoint) === "time-to-event"; // days up to the visit: nobody changes, and a difference that matters has no place on the axis
  const matters = endpoint.mcid && !waits ? " " + word("changeMcid", { unit: unitWords(endpoint), mcid: endpoint.mcid.value }) : "";
  const caption = word(waits ? "changeDays" : "changeCaption", { after: when(c.month), step: Number((c.edges[1] - c.edges[0]).toPrecision(3)), unit: unitWords(endpoint) }) + matters;
  section("change", figure(caption, grid), ...twins());
  const reference = c.arms.find((a) => a.arm === DATA.study.reference);
  const group = (a) => ({ title: armTitle(a.arm), colour: colourOf(a.arm), shares: a.shares });
  c.arms.filter((a) => a !== reference).forEach((a) => {
    const small = el("div.chart");
    grid.append(el("div", el("h4", `${armTitle(a.arm)} (${armTitle(reference.arm)} - -)`), small));
    changeChart(small, c.edges, [group(reference), group(a)], waits ? undefined : mcidOf(endpoint), unitWords(endpoint));
  });
}

function twins() {
  const t = DATA.twins;
  if (!t) return [];
  const shares = t.arms.map((a) => `${armTitle(a.arm)} ${percent(a.share)}`).join(comma());
  const endpoint = endpointOf(t.endpoint);
  return [el("h3", word("twins")), el("p", word("twinsCaption", { n: t.persons, after: when(t.month), mcid: endpoint.mcid.value, unit: unitWords(endpoint), endpoint: text(endpoint.label), shares }))];
}

const scenarioTitle = (name) => (WORDS[language]["scenario." + name] ?? name).split(":")[0];

/** Published months are printed to two places: within half a day it is the same visit. */
const sameVisit = (one, other) => Math.abs(one - other) < 0.5 / 30.4375;

function scenarios() {
  const listed = (c) => DATA.study.contrasts.some((x) => x.arm === c.arm && x.versus === c.versus);
  const cells = DATA.study.arms.some((arm) => arm.cells);
  const shown = cells ? (c) => c.versus === DATA.study.reference && armOf(c.arm).cells : listed;
  if (!cells && Object.keys(DATA.summary.scenarios).length < 2) return;
  const chart = el("div.chart");
  section("scenarios", figure(`${word("scenariosCaption")} ${word(primary().better === "neither" ? "positiveMore" : primary().better === "low" ? "negativeBetter" : "positiveBetter")}`, chart), ...DATA.study.dataConflicts.map((c) => el("p", el("span.badge.recalled", word("conflict")), " ", c.note ? text(c.note) : c.arms.map(armTitle).join(comma()))),
    ...(DATA.findings.contradictions.length ? [el("h3", word("contradiction")), list(DATA.findings.contradictions.map(text))] : []));
  const rows = [];
  for (const month of DATA.findings.months) {
    for (const [scenario, contrasts] of Object.entries(DATA.summary.scenarios)) {
      for (const c of contrasts.filter((x) => x.endpoint === primary().name && sameVisit(x.month, month) && shown(x))) {
        rows.push({ label: `${when(month)}${comma()}${scenarioTitle(scenario)}: ${armTitle(c.arm)}${cells ? "" : ` ${word("versus")} ${armTitle(c.versus)}`}`, value: c.difference, low: c.ci95?.[0], high: c.ci95?.[1], wideLow: c.prediction95?.[0], wideHigh: c.prediction95?.[1], colour: colourOf(c.arm) });
      }
    }
    for (const p of DATA.study.published.filter((x) => x.endpoint === primary().name && x.versus === DATA.study.reference && sameVisit(x.month, month) && x.difference !== undefined)) {
      rows.push({ label: text(p.label), value: p.difference, low: p.low, high: p.high, colour: "#8a3b00", square: true, hollow: p.role === "put-in" });
    }
  }
  const mcid = mcidOf(primary());
  forestChart(chart, rows, { difference: word("difference") + unitOf(primary()) }, [{ at: 0, colour: "#1c2330", type: "solid" }, ...(mcid === undefined ? [] : [{ at: mcid, colour: "#8a3b00", type: "dashed" }])]);
}

/** Published arms beside simulated trials of their size, on a scale of 0 to 100 with the better end to the right. */
function validation() {
  const v = DATA.validation;
  if (!v) return;
  const charts = v.charts.map(() => el("div.chart"));
  section("validation", ...(v.changed.length ? [el("p.modified", word("validationStale", { files: v.changed.join(comma()) }))] : []),
    el("p", v.sentences.map(text).join(" ")), key([[word("validationInside"), COLOURS[3]], [word("validationOutside"), COLOURS[1]]]),
    ...v.charts.flatMap((c, i) => [el("h3", word("validation." + c.kind)), charts[i]]), el("p.facts", word("validationNote")));
  v.charts.forEach((c, i) => {
    const rows = c.groups.flatMap((g) => [{ label: text(g.title), group: true }, ...g.rows.map((r) => ({
      label: `${r.trial}\n${text(r.endpoint).split(" (")[0]}${comma()}${when(r.month)}`, wideLow: r.low, wideHigh: r.high, published: r.published, value: r.mean, colour: COLOURS[r.inside ? 3 : 1],
    }))]);
    forestChart(charts[i], rows, { difference: word("validationAxis") }, [{ at: 0, colour: "#1c2330", type: "solid" }]);
  });
}

const kindOf = (endpoint) => DATA.summary.arms.flatMap((arm) => arm.endpoints).find((e) => e.name === endpoint.name)?.kind;
/** Places after the point: two where a change that matters is small beside one. */
const places = (endpoint) => (kindOf(endpoint) !== "proportion" && (endpoint.unit === "%" || endpoint.range[1] - endpoint.range[0] <= 20) ? 2 : 1);

/** Rows of the contrasts of an endpoint, grouped by the two arms; a data conflict stands beside its arms. */
function comparisons(endpoint) {
  const digits = places(endpoint);
  const rows = [];
  let last = "";
  for (const c of DATA.summary.contrasts.filter((x) => x.endpoint === endpoint.name)) {
    const title = `${armTitle(c.arm)} ${word("versus")} ${armTitle(c.versus)}`;
    if (title !== last) rows.push({ group: el("span", title, ...(c.labels ?? []).flatMap((label) => [" ", el("span.badge.recalled", label === "data conflict" ? word("conflict") : label)])) });
    last = title;
    rows.push([when(c.month), number(c.difference, digits), span(c.ci95, digits), span(c.prediction95, digits), c.power === undefined ? c.p?.toPrecision(2) : percent(c.power)]);
  }
  return rows;
}

/** A table of an endpoint; where there are many endpoints, those that do not decide open on a click. */
function folded(endpoint, caption, heads, rows) {
  const open = endpoint === primary() || DATA.study.endpoints.length <= 3;
  return open ? table(caption, heads, rows) : el("details", el("summary", caption), table("", heads, rows));
}

function results() {
  const n = (title) => ({ title, n: true });
  const bodies = DATA.study.endpoints.map((endpoint) => {
    const digits = places(endpoint);
    const waits = kindOf(endpoint) === "time-to-event";
    const shares = waits || endpoint.responder;
    const first = (e) => number(waits ? e.median : e.baseline_mean, digits);
    const rows = DATA.summary.arms.flatMap((arm) => {
      const own = arm.endpoints.filter((e) => e.name === endpoint.name);
      return own.length ? [{ group: armTitle(arm.name) }, ...own.map((e) => [when(e.month), first(e), number(e.mean, digits), ...(waits ? [] : [number(e.mean_change, digits)]), span(e.ci95, digits), span(e.prediction95, digits), ...(shares ? [percent(waits ? e.cumulative_incidence : e.responders)] : [])])] : [];
    });
    return folded(endpoint, text(endpoint.label) + unitOf(endpoint), [{ title: word("after") }, n(word(waits ? "median" : "baseline")), n(word("mean")), ...(waits ? [] : [n(word("meanChange"))]), n(word("interval")), n(word("range")), ...(shares ? [n(word(waits ? "ended" : "responders"))] : [])], rows);
  });
  const single = DATA.summary.trials === 1;
  for (const endpoint of DATA.study.endpoints) bodies.push(folded(endpoint, `${word("difference")}: ${text(endpoint.label)}`, [{ title: word("after") }, n(word("difference")), n(word("interval")), n(word("range")), n(word(single ? "p" : "power"))], comparisons(endpoint)));
  const notes = [primary().responder ? word("respondersNote", { label: responderLabel() }) : "", single ? "" : word("powerNote", { alpha: DATA.study.alpha }), DATA.summary.arms.some((arm) => arm.endpoints.some((e) => e.kind === "time-to-event")) ? word("waitNote") : ""];
  const tables = [...bodies, el("p.facts", notes.join(" "))];
  section("results", ...(isLesson() ? [el("details", el("summary", word("numbers")), ...tables)] : tables));
}

/** Signs that need urgent care: those of the study, else those of an injection into a joint. */
function urgentSigns() {
  const own = (DATA.study.urgent ?? []).map(text);
  return el("div.urgent", el("h3", word("urgent")), list(own.length ? own : WORDS[language].urgentSigns));
}

/** What the products say of themselves, each note once, after those that it is about. */
function notesOfArms() {
  const about = new Map();
  DATA.study.arms.forEach((arm) => arm.notes.map(text).forEach((note) => about.set(note, [...(about.get(note) ?? []), armTitle(arm.name)])));
  return el("ul", ...[...about].map(([note, arms]) => el("li", el("b", arms.join(comma()) + ":"), " ", note)));
}

function followed() {
  const f = DATA.followed;
  if (!f) return;
  const grid = el("div.multiples");
  section("followed", figure(word("followedCaption", { person: f.person }), key(f.arms.map((a) => [armTitle(a), colourOf(a)])), grid));
  for (const s of f.series) {
    const small = el("div.chart");
    grid.append(el("div", el("h4", text(s.label)), small));
    followedChart(small, f.days, s.values.map((values, i) => ({ title: armTitle(f.arms[i]), colour: colourOf(f.arms[i]), values })), s.range);
  }
}

function cost() {
  if (DATA.summary.arms.every((arm) => !arm.cost)) {
    if (DATA.findings.prices) section("cost", el("p", text(DATA.findings.prices)));
    return;
  }
  const rows = DATA.summary.arms.filter((arm) => arm.cost).map((arm) => [`${armTitle(arm.name)}: ${armOf(arm.name).costs.map(text).join(comma())}`, `${arm.cost.currency} ${arm.cost.year}`, number(arm.cost.mean, 0), `${number(arm.cost.p05, 0)} … ${number(arm.cost.p95, 0)}`]);
  const missing = DATA.summary.arms.filter((arm) => !arm.cost).map((arm) => armTitle(arm.name));
  section("cost", el("p", word("costCaption")), table("", [{ title: word("arm") }, { title: "" }, { title: word("mean"), n: true }, { title: "5 … 95 %", n: true }], rows), missing.length ? el("p.facts", word("costMissing", { arms: missing.join(comma()) })) : "");
}

function claims() {
  section("putIn", el("div.split", el("div", el("h3", word("put")), list(DATA.study.putIn.map(text))), el("div", el("h3", word("came")), list(DATA.findings.cameOut.map(text)))));
  section("mustNot", list(DATA.study.mustNotClaim.map(text)));
  const missing = DATA.study.notModelled ?? [];
  if (missing.length) section("notModelled", list(missing.map((each) => `${text(each.name)}: ${text(each.why)}`)));
}

function parameters() {
  const knowledge = (p) => el("span.badge." + (p.knowledge ?? "unstated"), word("knowledge." + (p.knowledge ?? "unstated")));
  const body = table("", [{ title: word("symbol") }, { title: word("value"), n: true }, { title: word("spread") }, { title: word("knowledge") }, { title: word("source") }, { title: word("meaning") }],
    DATA.parameters.flatMap((group) => [{ group: group.owner }, ...group.rows.map((p) => [el("code", p.name), `${p.value} ${p.unit}`, el("bdi", p.spread), knowledge(p), el("bdi", p.sources.join(", ")), el("bdi", p.note)])]));
  const sources = el("ul", ...DATA.sources.map((s) => {
    const item = el("li", el("code", s.key), " ", el("bdi", s.text));
    if (s.doi) item.append(" ", el("code", "doi:" + s.doi));
    return item;
  }));
  sources.dir = "ltr";
  section("parameters", el("p", word("parametersNote")), el("details", el("summary", word("parameters")), body), el("details", el("summary", word("sources")), sources));
}

function methods() {
  const m = DATA.methods;
  const items = [word("analysis"), m.dropout ? word("dropout", { share: percent(m.dropout.share), day: number(m.dropout.day, 0) }) : "", m.eligibility.length ? word("eligibility", { rule: m.eligibility.map((e) => `${text(endpointOf(e.name)?.label ?? { en: e.name, ar: e.name })} ${e.low} – ${e.high} ${e.unit}`).join("; ") }) : "",
    `${word("switches")}: ${m.on.join(", ")}.`, m.off.length ? `${word("switchesOff")}: ${m.off.join(", ")}.` : "", word("failures", { n: number(m.failed, 0), total: number(m.total, 0) })];
  section("methods", list(items.filter(Boolean)), el("h3", word("repeat")), el("pre", m.command), el("p", word("repeatNote")));
  page.append(el("footer", word("footer"), " ", el("bdi", `Blastema ${m.version}`)));
}

/** One sheet of paper: does it work, for how many, compared with what, how sure, what can go wrong. */
function sheet() {
  const titled = (title, ...children) => el("section", el("h2", title), ...children);
  const part = (key, ...children) => titled(word(key), ...children);
  const paragraphs = (all) => all.map((s) => el("p", text(s)));
  const treated = DATA.study.arms.filter((arm) => arm.cells);
  const middle = treated[Math.floor(treated.length / 2)];
  const dots = DATA.hundred?.arms.find((arm) => arm.arm === middle?.name);
  const others = (DATA.hundred?.arms ?? []).filter((arm) => !armOf(arm.arm).cells);
  const plain = DATA.sheet;
  const asked = plain || !DATA.study.question ? word("sheetWorks") : text(DATA.study.question); // a study of prices asks of no effect
  const left = [titled(asked, ...paragraphs(plain?.works ?? DATA.findings.answer))];
  if (plain) left.push(part("sheetSure", ...paragraphs(plain.sure)));
  if (DATA.findings.harms) left.push(part("sheetHarms", el("p", text(DATA.findings.harms))), urgentSigns());
  const right = [];
  if (dots) right.push(part("sheetHow", el("p", ...marks([]), word("sheetDots", { after: when(DATA.hundred.month), label: responderLabel(), reference: armTitle(DATA.study.reference) })), dotPicture(dots)));
  if (others.length) right.push(part("sheetCompared", ...paragraphs(plain ? [plain.compared, ...plain.contradictions] : []), list([...(dots ? [dots] : []), ...others].map((arm) => `${armTitle(arm.arm)}: ${word("sheetBecause", { n: arm.because })}`))));
  if (DATA.economics && !DATA.summary.economics) right.push(part("economics", ...paragraphs(DATA.economics.sentences)));
  page.append(el("p.notice", word("sheetNotice")), el("div.columns", el("div", ...left), el("div", ...right)),
    part("sheetNot", list(DATA.study.mustNotClaim.slice(0, 4).map(text))),
    el("footer", facts(), " ", el("bdi", `Blastema ${DATA.methods.version}, ${DATA.methods.hash.slice(0, 8)}`)));
}

const PAGES = { page: [head, opening, hundred, lesson, steps, practices, curves, change, scenarios, validation, results, harms, later, followed, cost, economics, claims, parameters, methods], sheet: [head, sheet] };

/** Draws the whole page in a language and keeps it in the address, so that a link opens the same language. */
function show(next) {
  language = next;
  document.documentElement.lang = next;
  document.documentElement.dir = next === "ar" ? "rtl" : "ltr";
  document.title = (DATA.summary.mark ? DATA.summary.mark + ": " : "") + text(DATA.study.title);
  const kind = document.documentElement.dataset.kind;
  if (kind === "page") clearCharts();
  page.className = kind;
  page.replaceChildren();
  PAGES[kind].forEach((part) => part());
  history.replaceState(null, "", "#" + next);
}

show(location.hash === "#ar" || (location.hash !== "#en" && document.documentElement.dataset.language === "ar") ? "ar" : "en");
