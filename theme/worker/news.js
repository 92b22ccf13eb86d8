/**
 * A line at the foot of a page that has a newer version: it offers to load it, and never does so by itself. While a quiz or an
 * exam is under way it says nothing. A module, which the worker sends (register.js); what it shows stands in the page
 * about what is kept, in the reader's language: the step that makes this file says where (SHELVES).
 */
const UNDER_WAY = "exam-form, review-deck, quiz-form fieldset:not([data-verdict]) :checked, quiz-form :focus";

const show = async () => {
  const { lang } = document.documentElement;
  if (document.querySelector(UNDER_WAY)) return;
  const url = new URL(`../${SHELVES[lang]}`, import.meta.url).href;
  const shelf = new DOMParser().parseFromString(await (await fetch(url)).text(), "text/html");
  const style = shelf.querySelector("head [rel=stylesheet]");
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL(style.getAttribute("href"), url).href }));
  const note = document.importNode(shelf.querySelector("template[data-news]").content.firstElementChild, true);
  const said = note.querySelector("[role=status]");
  const words = said.textContent;
  said.textContent = "";
  document.body.append(note);
  const { style: room } = document.documentElement;
  room.scrollPaddingBottom = `${note.offsetHeight}px`; // what has the focus is not below it
  note.addEventListener("click", ({ target }) => {
    if ("load" in target.dataset) location.reload();
    if ("later" in target.dataset) note.remove(), (room.scrollPaddingBottom = "");
  });
  setTimeout(() => (said.textContent = words)); // a screen reader says what comes into it
};

show();
