// What can go wrong, arm by arm.
"use strict";

/** How often a harm came, per 1,000: none seen is no zero. */
function harmRate(e) {
  return e.none_seen_up_to === undefined ? number(1000 * e.rate, e.rate < 0.01 ? 2 : 0) : word("noneSeen", { upTo: number(1000 * e.none_seen_up_to, 2) });
}

/** People given what the arm gets for one more harm than with the reference. */
function neededToHarm(e) {
  if (e.needed_to_harm === undefined) return e.difference_ci95 ? word("noDifference") : "";
  return `${number(e.needed_to_harm, 0)} (${span(e.needed_to_harm_ci95, 0)})`;
}

/** What a model of harms adds: how surely it comes from the injection, how long it lasts, who hears of it, how many lots it struck. */
function harmDetails(e) {
  const days = e.day === undefined ? "" : number(e.day, 0);
  const lasts = e.duration === undefined ? "" : number(e.duration, 1);
  const heard = e.noticed === undefined || !e.rate ? "" : percent(e.noticed / e.rate);
  const lots = e.lots_struck === undefined || !e.lots_struck ? "" : `${number(e.lots_struck, 0)} / ${number(e.lots, 0)}`;
  return [days, lasts, e.related ? word(`related.${e.related}`) : "", heard, lots];
}

/** One harm of an arm. */
function harmRow(e, modelled) {
  const label = el("span", text(DATA.study.terms[e.term] ?? { en: e.term, ar: e.term }), e.serious ? " " : "", e.serious ? el("span.badge.assumed", word("serious")) : "");
  const places = e.rate < 0.01 ? 2 : 0;
  const per1000 = (pair) => (pair ? span(pair.map((v) => 1000 * v), places) : "");
  return [label, harmRate(e), per1000(e.ci95), ...(modelled ? [per1000(e.prediction95), neededToHarm(e), ...harmDetails(e)] : [])];
}

/** The harms of an arm, without those that cannot come there, and how many people had a serious one. */
function harmRows(arm, modelled) {
  const total = arm.serious_harm && modelled ? [[el("b", word("anySerious")), harmRate(arm.serious_harm), span(arm.serious_harm.ci95.map((v) => 1000 * v), 2), "", "", "", "", "", "", ""]] : [];
  return [{ group: armTitle(arm.name) }, ...arm.adverse_events.filter((e) => e.at_risk !== 0).map((e) => harmRow(e, modelled)), ...total];
}

function harms() {
  const armsWith = DATA.summary.arms.filter((arm) => arm.adverse_events.length);
  if (!armsWith.length) return;
  const n = (title) => ({ title, n: true });
  const modelled = armsWith.some((arm) => arm.adverse_events.some((e) => e.related));
  const more = modelled ? [n(word("range")), n(word("neededToHarm", { reference: armTitle(DATA.study.reference) })), n(word("harmDay")), n(word("harmDays")), { title: word("related") }, n(word("harmHeard")), n(word("lotsStruck"))] : [];
  const without = DATA.summary.arms.filter((arm) => !arm.adverse_events.length).map((arm) => armTitle(arm.name));
  const whole = table("", [{ title: word("event") }, n(word("per1000")), n(word("interval")), ...more], armsWith.flatMap((arm) => harmRows(arm, modelled)));
  section("harms", el("p", word(modelled ? "harmsModelled" : "harmsCaption")), whole, without.length ? el("p.facts", word("harmsUnknown", { arms: without.join(comma()) })) : "", urgentSigns(), notesOfArms());
}
