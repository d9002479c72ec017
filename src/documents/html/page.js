"use strict";
(() => {
  const search = document.querySelector("search");
  const input = search.querySelector("input");
  const count = document.getElementById("page:count");
  const sections = [...document.querySelectorAll("main section")].map((section) => ({
    section,
    articles: [...section.querySelectorAll("article")].map((article) => ({
      article,
      text: article.textContent.toLowerCase(),
    })),
  }));
  const total = sections.reduce((sum, { articles }) => sum + articles.length, 0);
  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { section, articles } of sections) {
      let here = 0;
      for (const { article, text } of articles) {
        const hit = words.every((word) => text.includes(word));
        article.hidden = !hit;
        here += hit ? 1 : 0;
      }
      section.hidden = words.length > 0 && here === 0;
      shown += here;
    }
    count.textContent = words.length ? `${shown} of ${total} codes` : "";
  };
  // A link to a code leads there, whatever is searched for.
  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = document.getElementById(location.hash.slice(1)) ?? document.getElementById(id);
    if (target?.hidden) {
      input.value = "";
      show();
      target.scrollIntoView();
    }
  };
  let pending = 0;
  input.addEventListener("input", () => {
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(show);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== input && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      input.focus();
    } else if (event.key === "Escape" && document.activeElement === input) {
      input.value = "";
      show();
    }
  });
  addEventListener("hashchange", reveal);
  search.hidden = false;
  show();
})();
