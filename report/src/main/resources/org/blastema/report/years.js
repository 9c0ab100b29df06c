// What a run costs and gains for the money, and the years that follow the study.
"use strict";

/** A length of time in words, as the run says it; a month that it does not know is numbered, and a day where no month is whole. */
const when = (month) => {
  if (DATA.spans[month]) return text(DATA.spans[month]);
  return Number.isInteger(month) ? `${word("month")} ${number(month, 0)}` : `${word("day")} ${number(month * 30.4375, 0)}`;
};

const pairTitle = (pair) => `${armTitle(pair.arm)} ${word("versus")} ${armTitle(pair.versus)}`;
const VERDICTS = { dominant: "verdictDominant", dominated: "verdictDominated", "cheaper-and-worse": "verdictCheaper", same: "verdictSame" };
const PERSPECTIVES = { payer: "perspectivePayer", patient: "perspectivePatient", society: "perspectiveSociety" };
const LINES = ["lineDotted", "lineDashed", "lineSolid"];

/** Cost of a year in full health where it can be read as one, else what stands in its place. */
function ratioOf(worth, uncertain) {
  if (worth.verdict === undefined) return "";
  if (worth.icer === undefined) return word(VERDICTS[worth.verdict]);
  return number(Number(worth.icer.toPrecision(3)), 0) + (uncertain ? " *" : "");
}

function economics() {
  const e = DATA.summary.economics;
  if (!e) {
    if (DATA.economics) section("economics", ...DATA.economics.sentences.map((s) => el("p", text(s))));
    return;
  }
  const n = (title) => ({ title, n: true });
  const money = `${e.currency} ${e.year}`;
  const own = e.pairs.filter((p) => p.scenario === DATA.summary.scenario);
  const of = (effect) => own.filter((p) => p.effect === effect);
  const label = (effect) => text(endpointOf(effect).label);
  const grouped = (rows) => e.effects.flatMap((effect) => [{ group: label(effect) }, ...rows(effect)]);
  const facts = word("economicsFacts", { whose: word(PERSPECTIVES[e.perspective]), horizon: when(e.horizon_month), effects: number(100 * e.discount_effect, 1), costs: number(100 * e.discount_cost, 1), money, years: e.price_years.join(comma()), draws: number(e.draws, 0) });
  const costs = wrapped(table(word("economicsTable", { money }), [{ title: word("arm") }, n(word("price")), n(word("gain")), n(word("interval")), n(word("extraCost")), n(word("interval")), n(word("ratio"))],
    grouped((effect) => of(effect).map((p) => [pairTitle(p), p.price_in_costs ? word("priceInside") : number(p.price, 0), number(p.gain, 3), span(p.gain95, 3), number(p.cost, 0), span(p.cost95, 0), ratioOf(p, p.gain_uncertain)]))));
  const worth = e.effects.map((effect) => table(`${label(effect)}: ${word("thresholdTable", { money })}`, [n(word("threshold")), n(word("netBenefit")), n(word("interval")), n(word("netHealth")), n(word("accepted")), n(word("information")), n(word("highestPrice"))],
    of(effect).filter((p) => p.highest_price).flatMap((p) => [{ group: pairTitle(p) }, ...e.thresholds.map((threshold, i) => {
      const at = p.at?.[i];
      return [number(threshold, 0), number(at?.net_monetary_benefit, 0), span(at?.net_monetary_benefit95, 0), number(at?.net_health_benefit, 3), percent(at?.probability), number(at?.perfect_information, 0), p.price_in_costs ? "" : number(p.highest_price[i], 0)];
    })])));
  const priced = own.filter((p) => p.prices);
  const prices = priced.length ? e.effects.map((effect) => table(`${label(effect)}: ${word("pricesTable", { money })}`, [n(word("price")), n(word("ratio")), ...e.thresholds.map((t) => n(`${word("accepted")} (${number(t, 0)})`))],
    priced.filter((p) => p.effect === effect).flatMap((p) => [{ group: pairTitle(p) }, ...p.prices.map((at) => [number(at.price, 0), ratioOf(at, p.gain_uncertain), ...at.at.map((each) => percent(each.probability))])]))) : [];
  const others = e.pairs.filter((p) => p.effect === e.effects[0] && p.versus === DATA.study.reference && armOf(p.arm).cells);
  const scenarios = others.length ? table(word("scenariosTable", { effect: label(e.effects[0]) }), [{ title: word("arm") }, n(word("gain")), n(word("interval")), n(word("extraCost")), n(word("ratio"))],
    Object.keys(DATA.summary.scenarios).flatMap((scenario) => [{ group: WORDS[language]["scenario." + scenario] ?? scenario }, ...others.filter((p) => p.scenario === scenario).map((p) => [armTitle(p.arm), number(p.gain, 3), span(p.gain95, 3), number(p.cost, 0), ratioOf(p, p.gain_uncertain)])])) : "";
  const planes = el("div.multiples");
  const curve = el("div.chart");
  section("economics", ...marks([]), ...DATA.economics.sentences.map((s) => el("p", text(s))), el("p.facts", facts), costs, el("p.facts", word("ratioNote")), ...worth, el("p.facts", word("thresholdNote")), ...prices, scenarios,
    figure(word("planeCaption", { effect: label(e.effects[0]), money, lines: e.thresholds.map((t, i) => `${word(LINES[i % 3])} ${number(t, 0)}`).join(comma()) }), planes),
    figure(word("acceptCaption", { effect: label(e.effects[0]) }), key(of(e.effects[0]).filter((p) => p.acceptability).map((p) => [pairTitle(p), colourOfPair(p)])), curve));
  for (const d of DATA.economics.draws) {
    const pair = of(e.effects[0]).find((p) => p.arm === d.arm && p.versus === d.versus);
    const all = [...new Set([pair.price, ...(pair.prices ?? []).map((p) => p.price)].filter((p) => p !== undefined))].sort((a, b) => a - b);
    if (!all.length) continue;
    const small = el("div.chart");
    planes.append(el("div", el("h4", pairTitle(pair)), small));
    planeChart(small, d.gain, all.map((price, i) => ({ price, costs: d.unpriced.map((cost) => (cost === null ? null : cost + price)), colour: pair.prices ? PRICES[i % PRICES.length] : colourOfPair(pair) })), e.thresholds, { gain: word("gain"), cost: word("extraCost"), price: word("price") });
  }
  acceptChart(curve, of(e.effects[0]).filter((p) => p.acceptability).map((p) => ({ title: pairTitle(p), colour: colourOfPair(p), shares: p.acceptability, dashed: p.versus !== DATA.study.reference })), e.curve_thresholds, e.thresholds, { threshold: `${word("threshold")} (${money})`, share: word("accepted") });
}

const colourOfPair = (pair) => colourOf(pair.arm);

/** A table whose long heads break into lines. */
function wrapped(frame) {
  frame.classList.add("wrapped");
  return frame;
}

/** What follows the study: operations, infections, lives, years in full health and costs, of the study that continues it. */
function later() {
  const l = DATA.summary.long_term;
  if (!l) return;
  const digits = (unit) => (unit === "a" ? 2 : unit === "%" ? 1 : 0);
  const words = DATA.later;
  const unit = (e) => (e.unit === "a" ? word("unitYears") : e.unit.replace(/[{}]/g, ""));
  const heads = [{ title: word("arm") }, ...words.endpoints.map((e) => ({ title: `${text(e.label)} (${unit(e)})`, n: true }))];
  const tables = l.months.map((month) => wrapped(table(word("laterAfter", { after: when(month) }), heads,
    l.arms.map((arm) => [armTitle(arm.name), ...words.endpoints.map((e) => number(arm.endpoints.find((x) => x.name === e.name && x.month === month)?.mean, digits(e.unit)))]))));
  const grid = el("div.multiples");
  section("later", ...words.sentences.map((s) => el("p", ...(s === words.sentences[0] ? marks([]) : []), text(s))), ...tables,
    el("p.facts", word("laterFacts", { study: l.study, patients: number(l.patients, 0), trials: number(l.trials, 0), scenario: scenarioTitle(DATA.summary.scenario) })),
    figure(word("laterCaption"), key(l.arms.map((arm) => [armTitle(arm.name), colourOf(arm.name)])), grid));
  for (const e of words.endpoints) {
    const curves = words.curves.filter((c) => c.readout === e.name);
    if (!curves.length) continue;
    const small = el("div.chart");
    grid.append(el("div", el("h4", `${text(e.label)} (${unit(e)})`), small));
    laterChart(small, curves.map((c) => ({ ...c, days: words.days, title: armTitle(c.arm), colour: colourOf(c.arm) })), word("year"), e.unit === "%" ? 100 : Infinity);
  }
}
