// Measures the page, changes its language by the button, measures again and tells the frame's owner.
function size(element) {
  const box = element ? element.getBoundingClientRect() : { width: 0, height: 0 };
  return { width: box.width, height: box.height };
}

function measure() {
  const root = document.documentElement;
  return {
    title: document.title, lang: root.lang, dir: root.dir, direction: getComputedStyle(document.querySelector("h1")).direction,
    scroll: root.scrollWidth, inner: innerWidth, text: document.getElementById("page").innerText, heads: [...document.querySelectorAll("th.n")].map((head) => getComputedStyle(head).direction),
    sections: [...document.querySelectorAll("section")].map((part) => ({ id: part.id, text: part.innerText.length, ...size(part) })),
    charts: [...document.querySelectorAll(".chart")].map((chart) => ({ ...size(chart.querySelector("svg")), lines: chart.querySelectorAll("svg path").length, text: chart.textContent })),
    tables: [...document.querySelectorAll("section .scroll")].map((frame) => ({ id: frame.closest("section").id, shown: frame.clientWidth, whole: frame.scrollWidth })),
    stamp: size(document.querySelector(".stamp")), banner: size(document.querySelector(".modified")),
  };
}

setTimeout(() => {
  const first = measure();
  document.querySelector("button").click();
  setTimeout(() => parent.postMessage(encodeURIComponent(JSON.stringify({ first, second: measure() })), "*"), 300);
}, 300);
