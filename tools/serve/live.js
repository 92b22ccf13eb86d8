/* Reloads the page when a new site stands, and shows in the page why none could be built. Only while writing. */
{
  const { site, title } = document.currentScript.dataset; // the build that this page is from; what heads the problems
  let events;

  /* A browser opens some six connections to one server: a page that nobody sees keeps none. */
  function listen() {
    events?.close();
    if (document.hidden) return;
    events = new EventSource("/_live/events");
    events.addEventListener("message", ({ data }) => show(JSON.parse(data)));
  }

  function show(state) {
    if (state.site !== site) return location.reload();
    const old = document.querySelector(".live");
    if (state.problems.length) {
      const now = panel(state.problems);
      old ? old.replaceWith(now) : document.body.append(now);
    } else if (site) {
      old?.remove(); // without a site the page itself says that the first build is on its way
    }
  }

  function panel(problems) {
    const section = document.createElement("section");
    section.className = "live";
    section.setAttribute("role", "alert");
    const details = section.appendChild(document.createElement("details"));
    details.open = true;
    details.append(
      text("summary", title),
      text("pre", problems.join("\n")),
    );
    return section;
  }

  function text(name, words) {
    const element = document.createElement(name);
    element.textContent = words;
    return element;
  }

  document.addEventListener("visibilitychange", listen);
  listen();
}
