{
  const SHOWN = 10; // results at a time
  const PARTS = 3; // sections of one result
  const PAUSE = 200; // milliseconds without a key before the index is asked

  /** <site-search>: asks the index, which the first touch brings to this browser; no word of the reader leaves it. */
  class SiteSearch extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.fields = this.form.elements;
      this.list = this.querySelector("ol");
      this.form.hidden = false; // without us it would do nothing
      this.querySelector("[data-without]").hidden = true;
      this.restore();
      for (const type of ["focusin", "input", "submit", "click", "change", "keydown"]) this.addEventListener(type, this);
      if (this.fields.q.value) this.search();
      else this.fields.q.focus();
    }

    /** The question of the address, so that a search can be shared, bookmarked and gone back to. */
    restore() {
      const asked = new URLSearchParams(location.search);
      for (const name of ["q", "topic", "kind"]) this.fields[name].value = asked.get(name) || "";
      for (const name of ["topic", "kind"]) if (this.fields[name].selectedIndex < 0) this.fields[name].value = "";
      const key = this.querySelector(".search__key");
      key.hidden = false;
      key.firstElementChild.checked = pandu.get("search/slash") !== false;
    }

    handleEvent(event) {
      const { type, target } = event;
      if (type === "focusin" && target === this.fields.q) this.load().catch(() => {}); // said when something is asked
      else if (type === "submit") event.preventDefault(), this.search();
      else if (type === "input" && target === this.fields.q) this.later();
      else if (type === "change" && target.closest("select")) this.search();
      else if (type === "change" && target.closest(".search__key")) pandu.set([["search/slash", target.checked && undefined]]);
      else if (type === "click" && target.closest("[data-more]")) this.more();
      else if (type === "click" && target.closest("[data-widen]")) this.widen();
      else if (type === "keydown") this.step(event);
    }

    /** The index's script, its worker, its table and its WebAssembly, side by side: each would wait for the one before. */
    load() {
      const start = async () => {
        const base = new URL(this.dataset.index, document.baseURI);
        const get = async (name) => {
          const answer = await fetch(new URL(name, base));
          if (!answer.ok) throw new Error(answer.statusText);
          return answer.arrayBuffer(); // read to the end, so that it is kept
        };
        const tag = `${Date.now()}`; // the same question of ours and of the script is one request
        const parts = [`pagefind-entry.json?ts=${tag}`, `wasm.${document.documentElement.lang}.pagefind`, "pagefind-worker.js"];
        const [pagefind] = await Promise.all([import(new URL("pagefind.js", base).href), ...parts.map(get)]);
        await pagefind.options({ metaCacheTag: tag, excerptLength: 24, ranking: { pageLength: 0.2, metaWeights: { also: 0.2, kind: 0, topic: 0 } } });
        await pagefind.init();
        return pagefind;
      };
      if (!this.loading) {
        this.loading = pandu.open ? pandu.open(this) : start(); // an archive brings another index
        this.loading.catch(() => (this.loading = null)); // the next touch tries again
      }
      return this.loading;
    }

    later() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.search(), PAUSE);
    }

    async search() {
      clearTimeout(this.timer);
      const query = this.fields.q.value.trim();
      const turn = (this.turn = (this.turn || 0) + 1);
      this.keep(query);
      if (!query) return this.show([], "");
      const waiting = setTimeout(() => this.say(this.dataset.saidWait), PAUSE);
      try {
        const filters = {};
        for (const name of ["topic", "kind"]) if (this.fields[name].value) filters[name] = this.fields[name].value;
        const { results } = await (await this.load()).search(query, { filters });
        if (turn === this.turn) await this.show(results, query);
      } catch (error) {
        if (turn !== this.turn) return;
        await this.show([], "");
        this.say(this.dataset.saidFailed);
      } finally {
        clearTimeout(waiting);
      }
    }

    keep(query) {
      const asked = new URLSearchParams();
      for (const name of ["q", "topic", "kind"]) if (this.fields[name].value) asked.set(name, name === "q" ? query : this.fields[name].value);
      const search = `${asked}` && `?${asked}`;
      history.replaceState(null, "", search || location.pathname);
      for (const link of document.querySelectorAll("[data-twin], .search__other")) link.search = query && `?q=${encodeURIComponent(query)}`;
    }

    async show(results, query) {
      const count = results.length;
      this.results = results;
      this.list.textContent = "";
      this.querySelector(".search__none").hidden = !query || count > 0;
      this.querySelector("[data-widen]").hidden = !this.fields.topic.value && !this.fields.kind.value;
      await this.add();
      const { saidNone, saidOne, saidMany } = this.dataset;
      this.say(query ? pandu.fill(count > 1 ? saidMany : count ? saidOne : saidNone, { count, query }) : "");
    }

    /** The next results at the end of the list. */
    async add() {
      const results = this.results;
      const shown = this.list.children.length;
      const next = await Promise.all(results.slice(shown, shown + SHOWN).map((result) => result.data()));
      if (results !== this.results) return; // another question came meanwhile
      for (const data of next) this.list.append(this.item(data));
      this.querySelector("[data-more]").hidden = this.list.children.length >= results.length;
    }

    async more() {
      const shown = this.list.children.length;
      await this.add();
      this.list.children[shown].querySelector("a").focus();
    }

    widen() {
      this.fields.topic.value = this.fields.kind.value = "";
      this.fields.q.focus();
      this.search();
    }

    item({ url, meta, excerpt, sub_results }) {
      const item = this.querySelector("template").content.firstElementChild.cloneNode(true);
      const [link, about, text, list] = item.children;
      const named = (name) => [...this.fields[name].options].filter((each) => each.value && each.value === meta[name]);
      link.href = url.replace(/(#.*)\/$/, "$1"); // a term of the glossary: its document is a folder
      link.textContent = meta.title;
      about.textContent = ["kind", "topic"].flatMap(named).map((each) => each.text).join(" · ");
      const parts = sub_results.filter((each) => each.url !== url);
      const top = sub_results.find((each) => each.url === url);
      if (top || !parts.length) mark(text, (top || { excerpt }).excerpt);
      else text.remove();
      const best = [...parts].sort((a, b) => b.locations.length - a.locations.length).slice(0, PARTS);
      for (const part of parts.filter((each) => best.includes(each))) {
        const row = list.appendChild(document.createElement("li"));
        const way = row.appendChild(document.createElement("a"));
        way.href = part.url;
        way.textContent = part.title;
        mark(row.appendChild(document.createElement("p")), part.excerpt);
      }
      if (!list.children.length) list.remove();
      return item;
    }

    /** Arrow keys go through the results, as the tab key does. */
    step(event) {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const places = [this.fields.q, ...this.list.querySelectorAll("a")];
      const at = places.indexOf(event.target);
      if (!by || at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const next = places[at + by];
      if (next) event.preventDefault(), next.focus();
    }

    say(words) {
      this.querySelector("output").value = words;
    }
  }

  /** An excerpt as text with what was found marked. Pagefind gives HTML, of which only <mark>, &lt; and &gt; are markup. */
  function mark(target, excerpt) {
    excerpt.split(/<\/?mark>/).forEach((part, at) => {
      const text = part.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
      if (at % 2) target.appendChild(document.createElement("mark")).textContent = text;
      else target.append(text);
    });
  }

  customElements.define("site-search", SiteSearch);
}
