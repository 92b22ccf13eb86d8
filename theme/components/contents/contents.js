{
  /** The contents beside the text say which section is being read: the last one whose heading has passed the upper third. */
  const links = [...document.querySelectorAll(".contents a")];
  const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
  const follow = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
    links.forEach((link, at) => {
      if (at === passed.length - 1) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
  const watch = new IntersectionObserver(follow, { rootMargin: "999999px 0px -66%" }); // all above that line are in: it calls when one crosses
  for (const heading of headings) watch.observe(heading);
}
