{
  /** Of the languages of a file one shows: that of the place in the address, else the reader's, else the first. */
  const root = document.documentElement;
  const parts = [...document.querySelectorAll(".one-file__part")];
  const links = [...document.querySelectorAll(".one-file__languages a")];
  root.dataset.script = "";

  const place = () => location.hash && document.getElementById(location.hash.slice(1)); // names are plain letters: nothing to decode

  const show = (part) => {
    for (const each of parts) each.hidden = each !== part;
    root.lang = part.lang;
    document.title = part.dataset.title;
    for (const link of links) {
      if (link.lang === part.lang) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    dispatchEvent(new Event("pageshow")); // what was ticked in the other language is ticked here
  };

  /** Each link leads to the same place of its language, where that has it. */
  const follow = () => {
    const there = place();
    const part = there && parts.find((each) => each.contains(there));
    if (!part) return;
    if (part.hidden) {
      show(part);
      setTimeout(() => there.scrollIntoView({ behavior: "instant" })); // when all that is below has taken its room
    }
    for (const link of links) {
      const same = link.lang + location.hash.slice(1 + part.lang.length);
      link.hash = document.getElementById(same) ? same : link.lang;
    }
  };

  const wanted = (navigator.languages || [navigator.language]).map((lang) => parts.find((part) => lang.split("-")[0] === part.lang));
  show(wanted.find(Boolean) || parts[0]);
  follow();
  addEventListener("hashchange", follow);
}
