// Figures drawn with ECharts. Every function takes an element and plain data and returns the chart.
"use strict";

const COLOURS = ["#4d4d4d", "#d55e00", "#56b4e9", "#0072b2", "#003b6f", "#009e73", "#cc79a7", "#e69f00", "#8c510a", "#762a83", "#a6a600"];
const FONT = 'Vazirmatn, "Helvetica Neue", Arial, "Noto Sans", sans-serif';
const MONTH = 30.4375;
const live = [];

function draw(element, height, option) {
  element.style.height = height + "px";
  const chart = echarts.init(element, null, { renderer: "svg" });
  chart.setOption({ animation: false, textStyle: { fontFamily: FONT, fontSize: 12 }, aria: { enabled: true }, graphic: stamp(), ...option });
  live.push(chart);
  return chart;
}

/** The mark of a changed run, which goes wherever a chart is copied to. */
function stamp() {
  const mark = DATA.summary.mark;
  return mark ? [{ type: "text", right: 10, top: 2, z: 100, silent: true, style: { text: mark, fill: "#8a3b00", font: "bold 13px " + FONT, backgroundColor: "#fff3e6", padding: 2 } }] : [];
}

function clearCharts() {
  live.splice(0).forEach((chart) => chart.dispose());
}

addEventListener("resize", () => live.forEach((chart) => chart.resize()));

function axis(name, extra) {
  return { name, nameLocation: "middle", nameTextStyle: { color: "#5a6472" }, axisLine: { show: true, lineStyle: { color: "#5a6472" } }, axisTick: { show: true }, splitLine: { lineStyle: { color: "#edf0f3" } }, ...extra };
}

/** Whether an axis so long counts years. */
const inYears = (last) => last > 36 * MONTH;

/** Days, labelled in months, from three years on in years; an end that falls on no step has no label. */
function dayAxis(name, last) {
  const years = last > 360 * MONTH ? 10 : last > 150 * MONTH ? 5 : last > 72 * MONTH ? 2 : 1;
  const step = MONTH * (inYears(last) ? 12 * years : last > 800 ? 12 : last > 400 ? 6 : last > 150 ? 3 : last > 40 ? 1 : 0.25);
  const steps = Math.round(last / step);
  const whole = Math.abs(last / step - steps) < 0.02;
  const label = { showMaxLabel: whole, formatter: (d) => Number((d / (inYears(last) ? 12 * MONTH : MONTH)).toFixed(2)) };
  return axis(name, { type: "value", min: 0, max: whole ? steps * step : last, interval: step, nameGap: 26, axisLabel: label });
}

function line(name, days, values, colour, extra) {
  return { name, type: "line", showSymbol: false, data: days.map((d, i) => [d, values[i]]), lineStyle: { color: colour, width: 2 }, itemStyle: { color: colour }, ...extra };
}

/** A filled band between two curves, drawn as one polygon. */
function band(days, low, high, colour, opacity) {
  return {
    type: "custom", silent: true, data: [0], z: 1,
    renderItem: (params, api) => ({
      type: "polygon",
      shape: { points: [...days.map((d, i) => api.coord([d, high[i]])), ...days.map((d, i) => api.coord([d, low[i]])).reverse()] },
      style: { fill: colour, opacity },
    }),
  };
}

/** Mean curves of all arms: curves [{name, title, days, mean, colour}]. */
function curvesChart(element, curves, labels) {
  const last = Math.max(...curves[0].days);
  return draw(element, 380, {
    grid: { left: 56, right: 20, top: 20, bottom: 48 },
    tooltip: { trigger: "axis", valueFormatter: (v) => Number(v.toPrecision(3)).toString() },
    xAxis: dayAxis(labels.month, last),
    yAxis: axis(labels.endpoint, { type: "value", nameGap: 38, scale: true }),
    series: curves.map((c) => line(c.title, c.days, c.mean, c.colour, { lineStyle: { color: c.colour, width: c.reference ? 2 : 2.4, type: c.reference ? "dashed" : "solid" } })),
  });
}

/** The least of 1, 2 or 5 times a power of ten that is not below a number. */
function roundUp(number) {
  const ten = 10 ** Math.floor(Math.log10(number));
  return [1, 2, 5, 10].map((k) => k * ten).find((step) => step >= number * (1 - 1e-9));
}

/** The ends of an axis for curves: the range of the readout, or what the middle nine tenths fill where that is less than half of it. */
function filled(range, curves) {
  const low = Math.min(...curves.flatMap((c) => c.p05));
  const high = Math.max(...curves.flatMap((c) => c.p95));
  if (!(high > low) || high - low > (range[1] - range[0]) / 2) return { min: range[0], max: range[1], interval: (range[1] - range[0]) / 4 };
  const step = roundUp((high - low) / 4);
  return { min: Math.floor(low / step) * step, max: Math.ceil(high / step) * step, interval: step };
}

/** One arm with its bands, the reference median dashed. */
function multipleChart(element, curve, reference, ends) {
  return draw(element, 170, {
    grid: { left: 40, right: 8, top: 8, bottom: 22 },
    xAxis: { ...dayAxis("", Math.max(...curve.days)), splitLine: { show: false } },
    yAxis: axis("", { type: "value", ...ends }),
    series: [
      band(curve.days, curve.p05, curve.p95, curve.colour, 0.14), band(curve.days, curve.p25, curve.p75, curve.colour, 0.28),
      line(reference.title, reference.days, reference.p50, COLOURS[0], { lineStyle: { color: COLOURS[0], width: 1.5, type: "dashed" }, silent: true }),
      line(curve.title, curve.days, curve.p50, curve.colour, { silent: true }),
    ],
  });
}

/** Shares of patients by change, two arms side by side: groups [{title, colour, shares}], edges of the steps. */
function changeChart(element, edges, groups, mark, unit) {
  const labels = edges.slice(0, -1).map((e, i) => (e + edges[i + 1]) / 2);
  return draw(element, 200, {
    grid: { left: 44, right: 10, top: 12, bottom: 40 },
    tooltip: { trigger: "axis", valueFormatter: (v) => (100 * v).toFixed(1) + " %" },
    xAxis: axis(unit, { type: "value", min: edges[0], max: edges[edges.length - 1], nameGap: 24, splitLine: { show: false }, axisLabel: { showMinLabel: false, showMaxLabel: false } }),
    yAxis: axis("", { type: "value", splitNumber: 3, axisLabel: { formatter: (v) => Math.round(100 * v) + " %" } }),
    series: groups.map((g, k) => ({
      name: g.title, type: "line", step: "middle", showSymbol: false, data: labels.map((x, i) => [x, g.shares[i]]),
      lineStyle: { color: g.colour, width: 2, type: k ? "solid" : "dashed" }, itemStyle: { color: g.colour }, areaStyle: k ? { color: g.colour, opacity: 0.25 } : undefined,
      markLine: k || mark === undefined ? undefined : { silent: true, symbol: "none", label: { show: false }, data: [{ xAxis: mark }], lineStyle: { color: "#8a3b00", type: "dashed", width: 1.5 } },
    })),
  });
}

/** The lines of a label, each in the direction of the page, or numbers and Latin names in it would change places. */
function directed(label) {
  return document.documentElement.dir === "rtl" ? label.split("\n").map((line) => "\u2067" + line + "\u2069").join("\n") : label;
}

/** Forest plot: rows [{label, group, value, published, low, high, wideLow, wideHigh, colour, square, hollow}], marks on the axis. */
function forestChart(element, rows, labels, marks) {
  const narrow = element.clientWidth < 520;
  const item = (params, api) => {
    const row = rows[params.dataIndex];
    const y = api.coord([0, params.dataIndex])[1];
    const x = (v) => api.coord([v, params.dataIndex])[0];
    const children = [];
    const bar = (from, to, width) => children.push({ type: "line", shape: { x1: x(from), y1: y, x2: x(to), y2: y }, style: { stroke: row.colour, lineWidth: width } });
    if (row.wideLow !== undefined) bar(row.wideLow, row.wideHigh, 1.2);
    if (row.low !== undefined) bar(row.low, row.high, row.square ? 1.6 : 5);
    if (row.value !== undefined) {
      children.push(row.square
        ? { type: "rect", shape: { x: x(row.value) - 5, y: y - 5, width: 10, height: 10 }, style: { fill: row.hollow ? "#fff" : row.colour, stroke: row.colour, lineWidth: 2 } }
        : { type: "circle", shape: { cx: x(row.value), cy: y, r: 4.5 }, style: { fill: "#fff", stroke: row.colour, lineWidth: 2 } });
    }
    if (row.published !== undefined) children.push({ type: "rect", shape: { x: x(row.published) - 5, y: y - 5, width: 10, height: 10 }, style: { fill: row.colour } });
    return { type: "group", children };
  };
  const values = rows.flatMap((r) => [r.wideLow, r.wideHigh, r.low, r.high, r.value, r.published]).filter((v) => v !== undefined);
  const [least, most] = [Math.min(...values, 0), Math.max(...values, 0)];
  const step = Math.min(5, most > least ? roundUp((most - least) / 6) : 5);
  const edge = 0.02 * (most - least); // room for a mark on the last value
  const lines = Math.max(1, ...rows.map((r) => Math.ceil(r.label.length / (narrow ? 22 : 48)))); // lines of the longest label
  return draw(element, 60 + rows.length * Math.max(narrow ? 42 : 30, 13 * lines + 6), {
    grid: { left: narrow ? 150 : 330, right: 16, top: 8, bottom: 44 },
    xAxis: axis(labels.difference, { type: "value", min: least < 0 ? Math.floor((least - edge) / step) * step : 0, max: most > 0 ? Math.ceil((most + edge) / step) * step : 0, interval: most - least <= 8 * step ? step : undefined, nameGap: 26, axisLabel: { hideOverlap: true } }),
    yAxis: { type: "category", inverse: true, data: rows.map((r) => r.label), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { interval: 0, formatter: (label, i) => (rows[i].group ? `{group|${directed(label)}}` : directed(label)), rich: { group: { fontWeight: "bold", fontSize: narrow ? 10 : 12 } }, width: narrow ? 140 : 315, overflow: "break", fontSize: narrow ? 10 : 12, lineHeight: 13 } },
    series: [{
      type: "custom", renderItem: item, data: rows.map((r, i) => [r.value ?? 0, i]), clip: true,
      markLine: { silent: true, symbol: "none", label: { show: false }, data: marks.map((m) => ({ xAxis: m.at, lineStyle: { color: m.colour, type: m.type } })) },
    }],
  });
}

/** A state or quantity of a followed person in two arms. */
function followedChart(element, days, pairs, range) {
  return draw(element, 150, {
    grid: { left: 52, right: 8, top: 10, bottom: 22 },
    xAxis: { ...dayAxis("", Math.max(...days)), splitLine: { show: false } },
    yAxis: axis("", { type: "value", splitNumber: 3, min: range ? range[0] : undefined, max: range ? range[1] : undefined, scale: true, axisLabel: { formatter: (v) => (Math.abs(v) >= 1e4 ? v.toExponential(0).replace("e+", "e") : String(v)) } }),
    series: pairs.map((p, i) => line(p.title, days, p.values, p.colour, { lineStyle: { color: p.colour, width: 1.8, type: i ? "solid" : "dashed" } })),
    tooltip: { trigger: "axis", valueFormatter: (v) => Number(v.toPrecision(3)).toString() },
  });
}

const PRICES = ["#0072b2", "#e69f00", "#d55e00", "#cc79a7"];
const short = (v) => (Math.abs(v) >= 1000 ? `${Number((v / 1000).toPrecision(3))}k` : String(v));

/** Cost beside gain, one dot a draw: groups [{price, costs, colour}], a line from the origin for each threshold. */
function planeChart(element, gain, groups, thresholds, labels) {
  const right = Math.max(...gain, 0);
  const most = Math.max(...groups.flatMap((g) => g.costs), 0);
  const least = Math.min(...groups.flatMap((g) => g.costs), 0);
  const reach = right > 0 ? right * 1.05 : 1;
  return draw(element, 230, {
    grid: { left: 52, right: 14, top: 12, bottom: 44 },
    tooltip: { trigger: "item" },
    xAxis: axis(labels.gain, { type: "value", nameGap: 26, min: Math.min(...gain, 0), max: reach, axisLabel: { hideOverlap: true, formatter: (v) => String(Number(v.toPrecision(2))) } }),
    yAxis: axis(labels.cost, { type: "value", nameGap: 38, min: least, max: most * 1.05, axisLabel: { formatter: short } }),
    series: [
      ...thresholds.map((t, i) => line("", [0, Math.min(reach, (most * 1.05) / t)], [0, Math.min(reach * t, most * 1.05)], "#8a3b00", { silent: true, lineStyle: { color: "#8a3b00", width: 1.2, type: ["dotted", "dashed", "solid"][i % 3] } })),
      ...groups.map((g) => ({ name: `${labels.price} ${g.price}`, type: "scatter", symbolSize: 5, data: gain.map((x, i) => [x, g.costs[i]]), itemStyle: { color: g.colour, opacity: 0.55 } })),
    ],
  });
}

/** Share of the draws in which an arm is worth its cost, by what a year in full health is taken to be worth. */
function acceptChart(element, curves, grid, marked, labels) {
  return draw(element, 300, {
    grid: { left: 56, right: 24, top: 16, bottom: 48 },
    tooltip: { trigger: "axis", valueFormatter: (v) => Math.round(100 * v) + " %" },
    xAxis: axis(labels.threshold, { type: "value", min: 0, max: grid[grid.length - 1], nameGap: 28, axisLabel: { hideOverlap: true, formatter: short } }),
    yAxis: axis(labels.share, { type: "value", min: 0, max: 1, nameGap: 40, axisLabel: { formatter: (v) => Math.round(100 * v) + " %" } }),
    series: curves.map((c, k) => line(c.title, grid, c.shares, c.colour, {
      lineStyle: { color: c.colour, width: 2.2, type: c.dashed ? "dashed" : "solid" },
      markLine: k ? undefined : { silent: true, symbol: "none", label: { show: false }, data: marked.map((t) => ({ xAxis: t })), lineStyle: { color: "#8a3b00", type: "dashed" } },
    })),
  });
}

/** One outcome of the following years in every arm; the first lies broadest below, so that curves on one another are all seen. */
function laterChart(element, curves, year, most) {
  const top = Math.max(...curves.flatMap((c) => c.mean));
  const whole = top > most / 2 && top <= most;
  return draw(element, 190, {
    grid: { left: 48, right: 10, top: 10, bottom: 40 },
    tooltip: { trigger: "axis", valueFormatter: (v) => Number(v.toPrecision(3)).toString() },
    xAxis: { ...dayAxis(year, Math.max(...curves[0].days)), splitLine: { show: false } },
    yAxis: axis("", { type: "value", min: 0, max: whole ? most : undefined, interval: whole ? most / 4 : undefined, splitNumber: 3, axisLabel: { formatter: short } }),
    series: curves.map((c, i) => line(c.title, c.days, c.mean, c.colour, { lineStyle: { color: c.colour, width: 1.6 + 0.9 * (curves.length - 1 - i) } })),
  });
}
