// Studies whose arms are steps: the lesson, the steps side by side, what becomes of the trials. No number is made here.

/** A bar as long as its share of the longest, with its number. */
function bar(value, most, label) {
  const fill = el("i");
  fill.style.width = `${(80 * Math.abs(value)) / most}%`;
  return el("div.bar", el("span", label), el("div", fill, el("b", number(value))));
}

/** A step of a lesson: what was there before it, what it added, why, and what to ask. */
function lessonStep(step) {
  const endpoint = endpointOf(step.shown);
  const seen = step.endpoints.find((e) => e.name === step.shown);
  const most = Math.max(...DATA.steps.flatMap((s) => s.endpoints.map((e) => Math.abs(e.change))));
  const before = el("i.before");
  const added = el("i");
  const more = seen.added === undefined || seen.added * seen.change > 0;
  before.style.width = `${(80 * Math.abs(more ? seen.change - (seen.added ?? 0) : seen.change)) / most}%`;
  added.style.width = `${(80 * (more ? Math.abs(seen.added ?? 0) : 0)) / most}%`;
  const unit = unitWords(endpoint);
  const said = [endpoint === primary() ? "" : `${text(endpoint.label)}: `, seen.added === undefined ? word("lessonFirst", { unit }) : word("lessonAdded", { added: number(seen.added), unit })];
  return el("li", el("h3", text(step.label)), el("div.bar.lesson", el("div", before, added, el("b", number(seen.change)))), el("p.facts", ...said, " ", seen.responders === undefined ? "" : word("lessonImproved", { n: Math.round(100 * seen.responders) })),
    ...(step.why ? [el("p", text(step.why))] : []), ...(step.ask ? [el("p.ask", el("b", word("lessonAsk")), " ", text(step.ask))] : []));
}

const isLesson = () => DATA.steps.some((step) => step.why);

function lesson() {
  if (!isLesson()) return;
  section("lesson", el("p", ...marks(DATA.steps.map((s) => s.arm)), word("lessonCaption")), el("ol.lesson", ...DATA.steps.map(lessonStep)));
}

function steps() {
  if (!DATA.steps.length) return;
  const n = (title) => ({ title, n: true });
  const bodies = DATA.study.endpoints.map((endpoint) => {
    const own = DATA.steps.map((s) => ({ label: text(s.label), ...s.endpoints.find((e) => e.name === endpoint.name) })).filter((s) => s.change !== undefined);
    const most = Math.max(...own.map((s) => Math.abs(s.change)));
    const asked = own.some((s) => s.responders !== undefined);
    const adds = own.some((s) => s.added !== undefined);
    const heads = [{ title: word("step") }, n(word("meanChange")), ...(adds ? [n(word("added"))] : []), ...(asked ? [n(word("responders"))] : [])];
    const rows = own.map((s) => [s.label, number(s.change), ...(adds ? [number(s.added)] : []), ...(asked ? [percent(s.responders)] : [])]);
    return el("div", el("h3", text(endpoint.label) + unitOf(endpoint)), el("div.bars", ...own.map((s) => bar(s.change, most, s.label))), table("", heads, rows));
  });
  const shown = isLesson() ? [el("details", el("summary", word("numbers")), ...bodies)] : bodies;
  section("steps", el("p", ...marks(DATA.steps.map((s) => s.arm)), word(DATA.steps.some((s) => s.endpoints.some((e) => e.added !== undefined)) ? "stepsCaption" : "sideCaption")), ...shown);
}

function practices() {
  if (!DATA.practices.length) return;
  const n = (title) => ({ title, n: true });
  const rows = DATA.practices.map((p) => [text(p.label), percent(p.positive), number(p.mean), p.stopped_early ? `${percent(p.stopped_early)} (${number(p.mean_stopped)})` : "", p.printed < 1 ? `${percent(p.printed)} (${number(p.mean_printed)})` : percent(p.printed), percent(p.reads_positive)]);
  section("practices", el("p", word("practicesCaption", { trials: number(DATA.practices[0].trials, 0) })),
    table("", [{ title: word("practice") }, n(word("foundBetter")), n(word("meanOfAll")), n(word("stoppedEarly")), n(word("printed")), n(word("readsPositive"))], rows));
}
