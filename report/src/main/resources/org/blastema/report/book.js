"use strict";
// Moves handles between stops that stand in the page. The only number made here is a belief, by Bayes' rule.

document.documentElement.classList.add("script");

/** Of a hundred held for working before, how many after a study says so. */
function after(prior, power, alarm) {
  const works = prior * power;
  return works / (works + (1 - prior) * alarm);
}

/** Never the certainty that no study gives. */
function told(believed, more) {
  if (!Number.isFinite(believed)) return "–";
  return believed > 99 ? more : believed.toFixed(0);
}

function show(slider) {
  const stops = [...slider.querySelectorAll(".stop")];
  const at = Number(slider.querySelector("input.at").value);
  stops.forEach((stop, i) => stop.classList.toggle("shown", i === at));
  const count = slider.querySelector("input.at ~ output");
  count.textContent = count.dataset.says.replace("{at}", at + 1).replace("{all}", stops.length);
  slider.querySelector("input.at").setAttribute("aria-valuetext", stops[at].querySelector("h4").textContent);
  const prior = slider.querySelector("input.prior");
  if (!prior) return;
  const says = slider.querySelector(".after");
  const { power, alarm } = stops[at].dataset;
  const believed = 100 * after(prior.value / 100, Number(power), Number(alarm));
  prior.nextElementSibling.textContent = prior.value;
  says.textContent = says.dataset.says.replace("{prior}", prior.value).replace("{after}", told(believed, says.dataset.more));
}

for (const slider of document.querySelectorAll(".slider")) {
  slider.addEventListener("input", () => show(slider));
  show(slider);
}

/** On paper everything is open but the figures. */
const closed = [];
addEventListener("beforeprint", () => document.querySelectorAll("details:not([open]):not(.figures):not(.facts)").forEach((part) => { part.open = true; closed.push(part); }));
addEventListener("afterprint", () => closed.splice(0).forEach((part) => { part.open = false; }));
