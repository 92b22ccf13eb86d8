// What a page tells of itself while it comes. Runs before anything of the page, and draws nothing.
{
  const found = (window.bench = { readable: 0, shift: 0, tasks: [] });
  const watch = (type, hear) => new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true });

  // The browser tells when the words of an element are first painted where they are seen, if it is marked before that.
  const mark = (node) => {
    if (node.nodeType !== 1) return;
    if (node.localName === "p") node.setAttribute("elementtiming", "words");
    for (const each of node.getElementsByTagName("p")) each.setAttribute("elementtiming", "words");
  };
  new MutationObserver((records) => records.forEach((each) => each.addedNodes.forEach(mark))).observe(document, { childList: true, subtree: true });
  watch("element", (each) => {
    const said = (each.element ? each.element.textContent : "").replace(/\s+/g, " ").trim();
    if (!found.readable && said.startsWith(WORDS)) found.readable = each.renderTime || each.startTime;
  });
  watch("layout-shift", (each) => (found.shift += each.hadRecentInput ? 0 : each.value));
  watch("longtask", (each) => found.tasks.push([each.startTime, each.duration]));
}
