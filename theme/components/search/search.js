{
  const SHOWN = 10; // results at a time
  const FIRST = 5; // results by title, at most
  const PARTS = 3; // sections of one result
  const PAUSE = 200; // milliseconds without a key before the index is asked

  /** <site-search>: asks the index, which the first touch brings to this browser; no word of the reader leaves it. */
  class SiteSearch extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.fields = this.form.elements;
      this.list = this.querySelector("ol");
      this.turn = 0; // which question it is: what comes late is for none that is asked now
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

    /** First what everything is called, which is small and answers at once; then Pagefind, which would share the line with it. */
    load() {
      if (!this.naming) {
        this.naming = this.name();
        this.naming.catch(() => (this.naming = null)); // the next touch tries again
      }
      if (!this.loading) {
        const start = () => this.start();
        this.loading = this.naming.then(start, start);
        this.loading.catch(() => (this.loading = null));
      }
      return this.loading;
    }

    async name() {
      if (pandu.open) return ({ titles: this.titles, index: this.index } = await pandu.open(this)); // an archive brings both
      const answer = await fetch(this.dataset.titles);
      if (!answer.ok) throw new Error(answer.statusText);
      this.titles = pandu.titles(await answer.json(), new URL("../", answer.url));
    }

    /** The index's script, its worker, its table and its WebAssembly, side by side: each would wait for the one before. */
    async start() {
      if (pandu.open) return this.naming.then(() => this.index);
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
    }

    get query() {
      return this.fields.q.value.trim();
    }

    /** While somebody types: the titles answer every letter, the full text is asked in a pause. */
    later() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.search(), PAUSE);
      this.turn++;
      if (this.titles) this.first();
      else this.load().catch(() => {});
    }

    /** What is called as the question is; made once, so that nothing moves below a finger. */
    first() {
      const { query, filters, titles } = this;
      const asked = JSON.stringify([query, filters, Boolean(titles)]);
      if (asked === this.asked) return;
      this.asked = asked;
      this.rest = null; // nobody knows yet
      this.list.textContent = "";
      for (const selector of [".search__none", "[data-more]"]) this.querySelector(selector).hidden = true;
      if (query && titles) this.list.append(...titles.find(query, filters).slice(0, FIRST).map((each) => this.item(each)));
    }

    /** Both: the titles as soon as they are there, and below them what the full text has besides. */
    async search() {
      clearTimeout(this.timer);
      const { query, dataset, list } = this;
      const turn = ++this.turn;
      const say = (words) => this.say(pandu.fill(words, { count: list.children.length }));
      this.keep(query);
      this.first();
      if (!query) return this.say("");
      const waiting = setTimeout(() => say(list.children.length ? dataset.saidFirst : dataset.saidWait), PAUSE);
      try {
        const loading = this.load();
        if (!this.titles) await this.naming.catch(() => {});
        if (turn === this.turn) this.first();
        const pagefind = await loading;
        if (turn !== this.turn) return;
        if (!this.rest) {
          let found = [];
          for (const words of this.titles ? this.titles.asked(query) : [query]) {
            if (!found.length) found = (await pagefind.search(words, { filters: this.filters })).results;
          }
          if (turn !== this.turn) return;
          this.rest = found;
          await this.add();
        }
        if (turn === this.turn) this.tell();
      } catch (error) {
        if (turn !== this.turn) return;
        this.rest = null;
        say(list.children.length ? dataset.saidPart : dataset.saidFailed);
      } finally {
        clearTimeout(waiting);
      }
    }

    /** Kind and topic, where the reader has chosen one. */
    get filters() {
      const found = {};
      for (const name of ["topic", "kind"]) if (this.fields[name].value) found[name] = this.fields[name].value;
      return found;
    }

    keep(query) {
      const asked = new URLSearchParams();
      for (const name of ["q", "topic", "kind"]) if (this.fields[name].value) asked.set(name, name === "q" ? query : this.fields[name].value);
      const search = `${asked}` && `?${asked}`;
      history.replaceState(null, "", search || location.pathname);
      for (const link of document.querySelectorAll("[data-twin], .search__other")) link.search = query && `?q=${encodeURIComponent(query)}`;
    }

    /** How many there are, and the ways on. */
    tell() {
      const { query } = this;
      const count = this.list.children.length;
      const { saidNone, saidOne, saidMany, saidMore } = this.dataset;
      this.querySelector(".search__none").hidden = count > 0;
      this.querySelector("[data-widen]").hidden = !this.fields.topic.value && !this.fields.kind.value;
      this.querySelector("[data-more]").hidden = !this.rest.length;
      this.say(pandu.fill(this.rest.length ? saidMore : count > 1 ? saidMany : count ? saidOne : saidNone, { count, query }));
    }

    /** The next results at the end of the list, each once. */
    async add() {
      const { turn, list } = this;
      const until = list.children.length + SHOWN - (list.children.length % SHOWN);
      while (list.children.length < until && this.rest.length) {
        const next = await Promise.all(this.rest.slice(0, until - list.children.length).map((result) => result.data()));
        if (turn !== this.turn) return; // another question came meanwhile
        this.rest = this.rest.slice(next.length);
        const there = [...list.querySelectorAll(".search__link")].map((link) => link.href);
        const others = next.map(found).filter((each) => !there.includes(each.href));
        list.append(...others.map((each) => this.item(each)));
      }
    }

    async more() {
      const shown = this.list.children.length;
      await this.add();
      this.tell();
      const next = this.list.children[shown];
      if (next) next.querySelector("a").focus();
    }

    widen() {
      this.fields.topic.value = this.fields.kind.value = "";
      this.fields.q.focus();
      this.search();
    }

    item({ href, title, kind, topic, text, parts }) {
      const item = this.querySelector("template").content.firstElementChild.cloneNode(true);
      const [link, about, words, list] = item.children;
      const named = (field, value) => [...this.fields[field].options].filter((each) => each.value && each.value === value);
      link.href = href;
      link.textContent = title;
      about.textContent = [...named("kind", kind), ...named("topic", topic)].map((each) => each.text).join(" · ");
      if (text) mark(words, text);
      else words.remove();
      for (const part of parts.slice(0, PARTS)) {
        const row = list.appendChild(document.createElement("li"));
        const way = row.appendChild(document.createElement("a"));
        way.href = part.href;
        way.textContent = part.title;
        if (part.text) mark(row.appendChild(document.createElement("p")), part.text);
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

  /** A result of Pagefind as the titles give theirs: the sections in which it was found most often, in their order. */
  function found({ url, meta, excerpt, sub_results }) {
    const parts = sub_results.filter((each) => each.url !== url);
    const top = sub_results.find((each) => each.url === url);
    const best = [...parts].sort((a, b) => b.locations.length - a.locations.length).slice(0, PARTS);
    return {
      href: new URL(url.replace(/(#.*)\/$/, "$1"), location).href, // a term of the glossary: its document is a folder
      title: meta.title,
      kind: meta.kind,
      topic: meta.topic,
      text: top || !parts.length ? (top || { excerpt }).excerpt : "",
      parts: parts.filter((each) => best.includes(each)).map((each) => ({ href: each.url, title: each.title, text: each.excerpt })),
    };
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
