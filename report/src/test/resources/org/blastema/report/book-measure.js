// Moves every handle of a book of claims to its last stop and back, and tells the frame's owner what was shown.
function shown(slider) {
  return [...slider.querySelectorAll(".stop")].filter((stop) => stop.getBoundingClientRect().height > 0).map((stop) => stop.innerText);
}

function move(slider, kind, value) {
  const handle = slider.querySelector(`input.${kind}`);
  handle.value = value === undefined ? handle.max : value;
  handle.dispatchEvent(new Event("input", { bubbles: true }));
}

setTimeout(() => {
  const root = document.documentElement;
  const sliders = [...document.querySelectorAll(".slider")].map((slider) => {
    const first = shown(slider);
    const after = () => slider.querySelector(".after")?.innerText ?? "";
    const believed = [after()];
    if (slider.querySelector("input.prior")) {
      move(slider, "prior", 50);
      believed.push(after());
      move(slider, "prior", 10);
    }
    move(slider, "at");
    believed.push(after());
    return { id: slider.id, first, last: shown(slider), believed, static: slider.querySelector(".stop .paper")?.textContent ?? "", odds: { ...slider.querySelector(".stop").dataset } };
  });
  parent.postMessage(encodeURIComponent(JSON.stringify({
    lang: root.lang, dir: root.dir, scroll: root.scrollWidth, inner: innerWidth, text: document.body.innerText, title: document.title,
    loads: performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => !name.startsWith("data:")),
    wide: [...document.querySelectorAll("main *")].filter((part) => part.getBoundingClientRect().right > innerWidth + 1 || part.getBoundingClientRect().left < -1).map((part) => part.outerHTML.slice(0, 80)),
    claims: [...document.querySelectorAll("section.claim")].map((part) => ({ id: part.id, height: part.getBoundingClientRect().height, dots: part.querySelectorAll(".dots svg").length, urgent: part.querySelectorAll(".urgent").length })),
    sliders,
  })), "*");
}, 300);
