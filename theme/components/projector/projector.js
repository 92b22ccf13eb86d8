{
  const STEPS = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1, Home: -Infinity, End: Infinity };
  const LEFT_OUT = "quiz-form, checklist-form > :not(.checklist__title), script, link, noscript, picture-frame source[media], input, button, output";

  const made = (name, textContent, className = "") => Object.assign(document.createElement(name), { textContent, className });

  /** What a guide shows on each screen: its title and what stands above its sections, then each section under its heading. */
  const screensOf = (guide, address) => {
    for (const each of guide.querySelectorAll(LEFT_OUT)) each.remove();
    for (const name of ["href", "src"])
      for (const each of guide.querySelectorAll(`[${name}]`)) each.setAttribute(name, new URL(each.getAttribute(name), address).href);
    for (const each of guide.querySelectorAll("[srcset]")) each.srcset = each.srcset.replace(/[^\s,]+(?= \d+w)/g, (way) => new URL(way, address).href);
    const screens = [{ name: guide.querySelector("h1").textContent, parts: [] }];
    for (const part of guide.querySelector(".prose").children) {
      let above = "";
      for (const each of part.localName === "section" ? part.children : [part]) {
        const name = /^h[23]$/.test(each.localName) && each.textContent;
        if (!name) screens[screens.length - 1].parts.push(each);
        else screens.push({ name, above: each.localName === "h3" ? above : "", parts: [] });
        if (each.localName === "h2") above = name;
      }
    }
    return screens.filter(({ parts }, at) => !at || parts.some((each) => each.textContent.trim() || each.querySelector("img")));
  };

  /** Settles when the style at `address` is there, or can't be had: a guide without it can still be read. */
  const styled = (address) =>
    new Promise((settled) => {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address, onload: settled, onerror: settled });
      document.head.append(link);
    });

  /** <guide-projector>: shows the guide that the address names, section by section; the place outlives a reload. */
  class GuideProjector extends HTMLElement {
    connectedCallback() {
      this.guides = new Map([...this.querySelectorAll("li")].map((item) => [item.id, item.firstElementChild.href]));
      for (const item of this.querySelectorAll("li")) item.firstElementChild.href = `#${item.id}`;
      [this.list, this.wall] = this.children;
      [this.screen, this.bar] = this.wall.children;
      this.full = this.querySelector("[data-full]");
      this.full.hidden = !document.fullscreenEnabled;
      this.list.firstElementChild.hidden = false;
      this.addEventListener("click", this);
      addEventListener("keydown", this);
      addEventListener("hashchange", this);
      addEventListener("fullscreenchange", this);
      this.open();
    }

    handleEvent(event) {
      const { type, target } = event;
      const button = type === "click" && target.closest("button");
      if (type === "hashchange") this.open();
      else if (type === "fullscreenchange") this.full.setAttribute("aria-pressed", Boolean(document.fullscreenElement));
      else if (type === "keydown" && this.screens) this.press(event);
      else if (button && button === this.full) document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
      else if (button) this.go(this.at + Number(button.dataset.go));
    }

    press(event) {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey) return; // the browser's own
      if (key === "Escape" && !document.fullscreenElement) this.bar.querySelector("a").click();
      const step = (key === " " && event.shiftKey ? -1 : 1) * STEPS[key];
      if (!step || (key === " " && target.closest("button, summary")) || (/^Arrow/.test(key) && target.closest(".table"))) return;
      event.preventDefault();
      const root = document.documentElement;
      const more = step > 0 ? root.scrollTop + root.clientHeight < root.scrollHeight - 1 : root.scrollTop > 0;
      if (more && /^(Page.*| )$/.test(key)) root.scrollTop += step * 0.8 * (root.clientHeight - this.bar.offsetHeight); // what does not fit comes first
      else this.go(this.at + step);
    }

    async open() {
      const key = location.hash.slice(1); // keys are plain letters: nothing to decode
      const address = this.guides.get(key);
      this.close();
      if (!address) return;
      try {
        const answer = await fetch(address);
        if (!answer.ok) throw new Error(answer.status);
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const styles = page.querySelectorAll("[rel=stylesheet]"); // what only some guides need, such as drawings and tools
        await Promise.all(Array.from(styles, (style) => styled(new URL(style.getAttribute("href"), address).href)));
        if (key !== location.hash.slice(1)) return; // another one was chosen meanwhile
        this.show(page, address);
      } catch (error) {
        this.list.querySelector("output").value = this.dataset.saidUnreached;
        for (const item of this.querySelectorAll("li")) item.firstElementChild.href = this.guides.get(item.id);
      }
    }

    close() {
      this.screens = null;
      this.list.hidden = false;
      this.wall.hidden = true;
      delete document.documentElement.dataset.projects;
    }

    show(page, address) {
      this.screens = screensOf(page.querySelector("article"), address);
      this.screen.lang = page.documentElement.lang;
      this.bar.querySelector("a").href = address;
      this.list.hidden = true;
      this.wall.hidden = false;
      document.documentElement.dataset.projects = "";
      this.go((history.state || {}).at || 0);
      this.screen.focus();
    }

    go(at) {
      const isAway = this.screen.contains(document.activeElement);
      this.at = Math.max(0, Math.min(at, this.screens.length - 1));
      const { name, above, parts } = this.screens[this.at];
      this.screen.replaceChildren(...(above ? [made("p", above, "projector__above")] : []), made("h1", name), ...parts);
      this.screen.setAttribute("aria-label", name);
      this.screen.toggleAttribute("data-title", !this.at);
      this.wall.querySelector("output").value = pandu.fill(this.dataset.saidAt, { number: this.at + 1, count: this.screens.length });
      if (isAway) this.screen.focus();
      document.documentElement.scrollTop = 0;
      history.replaceState({ at: this.at }, "");
    }
  }

  customElements.define("guide-projector", GuideProjector);
}
