{
  /** Draws a ring for so many of all. */
  pandu.ring = (ring, done, all) => {
    const share = Math.floor((100 * done) / all);
    ring.toggleAttribute("data-done", done === all);
    ring.querySelector("[pathLength]").setAttribute("stroke-dasharray", `${share} 100`);
    ring.querySelector("text").textContent = `${share}%`;
    ring.querySelector("progress").value = done;
  };
}
