{
  const BETWEEN = "\\x00-/:-@\\[-`{-\\xa9\\xab-\\xb4\\xb6-\\xb9\\xbb-\\xbf\\xd7\\xf7\\u2000-\\u206f\\u20a0-\\u20cf\\u2100-\\u2bff\\u3000-\\u303f\\ufeff";
  const WORD = new RegExp(`[^${BETWEEN}]+`, "g"); // as in plugins/search/stems.py
  const STEPS = 7.5; // as in plugins/search/compact.py
  const EXCERPT = 24; // words
  const stems = new Map(); // by word: the same ones come again and again

  const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);

  /** A word without case and accents; of a letter alone nothing. */
  const plain = (found) => {
    const word = found.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    return word.length > 1 || /\d/.test(word) ? word : "";
  };

  const stemmed = (word) => {
    if (!stems.has(word)) stems.set(word, pandu.stem(word));
    return stems.get(word);
  };

  /** Whether one letter more, less or in another's place, or two that changed places, make one word of the other. */
  const slipped = (one, other) => {
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    const [a, b] = [one.slice(at), other.slice(at)];
    const changed = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
    return changed || a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
  };

  /** The index as <site-search> asks it: it answers as Pagefind does. */
  class Archive {
    constructor({ terms, places, documents }, root) {
      this.terms = terms.split(" ");
      this.places = places.split(" ");
      this.sections = [];
      for (const [address, title, kind, topic, sections] of documents) {
        const page = { url: new URL(address, root).href, meta: { title, kind, topic } };
        for (const [anchor, heading, text] of sections) this.sections.push({ page, anchor, heading, text });
      }
    }

    async search(query, { filters }) {
      const words = (query.match(WORD) || []).map(plain).filter(Boolean);
      const asked = words.map((word, at) => this.look(word, at === words.length - 1)).filter(({ weight }) => weight);
      const found = new Map();
      asked.forEach(({ scores }, at) => {
        for (const [section, score] of scores) {
          const { page } = section;
          if (Object.keys(filters).some((name) => page.meta[name] !== filters[name])) continue;
          if (!found.has(page)) found.set(page, { best: asked.map(() => 0), sections: new Map() });
          const { best, sections } = found.get(page);
          best[at] = Math.max(best[at], score);
          sections.set(section, (sections.get(section) || 0) + score);
        }
      });
      const hits = new Set([].concat(...asked.map(({ terms }) => terms)));
      const whole = sum(asked.map(({ weight }) => weight));
      const results = Array.from(found, ([page, { best, sections }]) => {
        const covered = sum(asked.map(({ weight }, at) => best[at] && weight)) / whole; // how much of what was asked it speaks of
        const score = Math.sqrt(covered) * (sum(best) + 1.5 * Math.max(...sections.values())); // best where all stands together
        return { covered, score, data: async () => shown(page, sections, hits) };
      });
      const most = Math.max(...results.map(({ covered }) => covered));
      return { results: results.filter(({ covered }) => covered > 0.4 * most).sort((a, b) => b.score - a.score) };
    }

    /** What a word of the question means: terms of the index, how rare they are, what they say of which sections. */
    look(word, last) {
      const stem = stemmed(word);
      const [places, terms] = [new Map(), []];
      const take = (means) => {
        this.terms.forEach((term, at) => {
          const share = means(term);
          if (share) terms.push(term), places.set(this.places[at].match(/[^A-Z]+[A-Z]/g), share);
        });
      };
      const begins = stem.length > 2 || last;
      take((term) => (term === stem ? 1 : begins && (term.startsWith(stem) || term.startsWith(word)) && (0.7 * stem.length) / term.length));
      if (!terms.length && word.length > 4) take((term) => (slipped(term, stem) || slipped(term, word)) && 0.6);
      const scores = new Map();
      let weight = 0;
      for (const [list, share] of places) {
        const rare = share * Math.min(4, Math.log(1 + this.sections.length / list.length)); // a word that stands once may be anybody’s
        let at = 0;
        for (const place of list) {
          const section = this.sections[(at += parseInt(place.slice(0, -1), 36))];
          const score = rare * ((place.charCodeAt(place.length - 1) - 64) / STEPS) ** 2;
          scores.set(section, Math.max(scores.get(section) || 0, score));
        }
        weight = Math.max(weight, rare);
      }
      return { terms, scores, weight };
    }
  }

  /** A page with the sections that speak of what was asked, in its own order. */
  function shown({ url, meta }, sections, hits) {
    const found = Array.from(sections, ([{ anchor, heading, text }, score]) => ({
      url: anchor ? `${url}#${anchor}` : url,
      title: heading,
      get excerpt() {
        return excerpt(text, hits); // of those that are shown
      },
      locations: { length: score }, // of which the page only asks how many
    }));
    return { url, meta, excerpt: "", sub_results: found };
  }

  /** The words around the most hits, as HTML in which these are marked. */
  function excerpt(text, hits) {
    const words = [];
    text.replace(WORD, (found, start) => words.push({ start, end: start + found.length, hit: hits.has(stemmed(plain(found))) }));
    if (!words.length) return "";
    const count = (from) => words.slice(from, from + EXCERPT).filter(({ hit }) => hit).length;
    let first = 0;
    words.forEach(({ hit }, at) => {
      const from = Math.max(0, Math.min(at - 4, words.length - EXCERPT));
      if (hit && count(from) > count(first)) first = from;
    });
    const part = words.slice(first, first + EXCERPT);
    let [html, at] = ["", part[0].start];
    const add = (end, tag) => {
      const escaped = text.slice(at, end).replace(/</g, "&lt;").replace(/>/g, "&gt;");
      html += tag ? `<mark>${escaped}</mark>` : escaped;
      at = end;
    };
    for (const { start, end, hit } of part) if (hit) add(start), add(end, true);
    add(part[part.length - 1].end);
    return html;
  }

  /** Titles and index come as a script, because nothing else can be loaded from a disk. */
  pandu.open = ({ dataset }) =>
    new Promise((opened, failed) => {
      const script = document.createElement("script");
      script.src = dataset.index;
      script.onload = () => {
        const root = new URL("..", script.src);
        opened({ titles: pandu.titles(pandu.named, root), index: new Archive(pandu.index, root) });
      };
      script.onerror = failed;
      document.head.append(script);
    });
}
