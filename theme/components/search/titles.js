{
  const BETWEEN = /[\s!-\/:-@[-`{-~\u00a0-\u00bf\u2010-\u205e]+/; // words: white space and signs
  const WEIGHT = { title: 4, also: 4, summary: 1, part: 2 }; // of a word by where it stands
  const SAID = 1; // what it is worth besides that one heading has all of it
  const KINDS = { guide: 1.3, tool: 1.1 }; // who asks wants to be guided
  const ENOUGH = 0.35; // of what is asked has to be found,
  const NEAR = 0.4; // and of the best result's worth
  const UNKNOWN = 20; // entries in which a word stands that is in none: neither rare nor common
  const SLIPS = 5; // letters, from which on one of them may be wrong
  const SLIPPED = 0.7; // how sure it is then

  /**
   * `pandu.titles`: the first results, from what everything is called. `data` is made by plugins/search/titles.py; an entry is
   * kind, topic, address, title, summary, other words, and its headings as anchor and words one after the other.
   */
  pandu.titles = (data, root) => {
    const affixes = data.affixes.map(([pattern, by]) => [new RegExp(pattern), by]);
    const fillers = new Set(data.fillers.split(" "));
    const known = new Map(); // word → {stem, places: where it stands, as [entry, weight, heading]}

    const words = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().split(BETWEEN).filter(Boolean);

    const stem = (word) =>
      affixes.reduce((left, [pattern, by]) => {
        const shorter = left.replace(pattern, by);
        return shorter.length > 2 ? shorter : left;
      }, word);

    data.entries.forEach(([, , , title, summary, also, parts], at) => {
      const read = (text, weight, part) => {
        for (const word of words(text)) {
          if (!known.has(word)) known.set(word, { stem: stem(word), places: [] });
          known.get(word).places.push([at, weight, part]);
        }
      };
      read(title, WEIGHT.title);
      read(also, WEIGHT.also);
      read(summary, WEIGHT.summary);
      for (let part = 0; part < parts.length; part += 2) read(parts[part + 1], WEIGHT.part, part);
    });

    /** The known words that an asked one may mean, each with how surely; the last one is still being typed. */
    const meant = (asked, last) => {
      const root = stem(asked);
      const found = [];
      for (const [word, { stem }] of known) {
        let sure = 0;
        if (word === asked) sure = 1;
        else if (stem === root) sure = 0.9;
        else if (last && asked.length > 1 && word.startsWith(asked)) sure = 0.5 + (0.4 * asked.length) / word.length;
        else if (alike(root, stem)) sure = 0.6;
        if (sure) found.push([word, sure]);
      }
      if (found.length || asked.length < SLIPS) return found;
      return [...known.keys()].filter((word) => word.length >= SLIPS && slip(asked, word)).map((word) => [word, SLIPPED]);
    };

    /** What is asked, without what says nothing; all of it where nothing else is said. */
    const telling = (query) => {
      const asked = words(query);
      const left = asked.filter((word) => !fillers.has(word));
      return left.length ? left : asked;
    };

    /** By entry, how well a word fits: what that is worth, how sure it is, and in which headings it stands. */
    const fits = (asked, last) => {
      const found = new Map();
      for (const [word, sure] of meant(asked, last)) {
        for (const [entry, weight, part] of known.get(word).places) {
          if (!found.has(entry)) found.set(entry, { worth: 0, sure: 0, parts: [] });
          const now = found.get(entry);
          now.worth = Math.max(now.worth, sure * weight);
          now.sure = Math.max(now.sure, sure);
          if (part >= 0) now.parts.push(part);
        }
      }
      return found;
    };

    /** An entry as a result, with the headings that fit best first. */
    const result = ([kind, topic, address, title, text, , headings], counts) => ({
      href: new URL(address, root).href,
      title,
      text,
      kind: data.kinds[kind],
      topic: data.topics[topic],
      parts: [...counts.keys()]
        .sort((one, other) => counts.get(other) - counts.get(one))
        .map((part) => ({ href: new URL(`${address}#${headings[part]}`, root).href, title: headings[part + 1] })),
    });

    return {
      /** What is called so, the best first; of one kind or topic, where one is wanted. */
      find(query, { kind, topic }) {
        const asked = telling(query);
        const scores = new Map();
        let whole = 0;
        asked.forEach((word, at) => {
          const found = fits(word, at === asked.length - 1);
          const rare = Math.log(1 + data.entries.length / (found.size || UNKNOWN));
          whole += rare;
          for (const [entry, { worth, sure, parts }] of found) {
            if (!scores.has(entry)) scores.set(entry, { worth: 0, share: 0, counts: new Map() });
            const now = scores.get(entry);
            now.worth += worth * rare;
            now.share += sure * rare;
            for (const part of new Set(parts)) now.counts.set(part, (now.counts.get(part) || 0) + rare);
          }
        });
        const found = [...scores]
          .filter(([, { share }]) => share >= ENOUGH * whole)
          .map(([entry, { worth, share, counts }]) => {
            const each = result(data.entries[entry], counts);
            const said = [...counts.values()].some((count) => count > 0.99 * whole) ? SAID * whole : 0;
            return [(worth + said) * share * (KINDS[each.kind] || 1), each];
          })
          .filter(([, each]) => (!kind || kind === each.kind) && (!topic || topic === each.topic))
          .sort(([one], [other]) => other - one);
        return found.filter(([worth]) => worth >= NEAR * found[0][0]).map(([, each]) => each);
      },

      /** What the full text is asked, till it has an answer: the question without what says nothing; its words that are known. */
      asked(query) {
        const said = query.split(/\s+/).filter((word) => !words(word).every((each) => fillers.has(each)));
        if (query.includes('"') || !said.length) return [query]; // a phrase, word for word
        const sure = said.map((word) => [word, meant(word.toLowerCase())]).filter(([, found]) => found.length);
        return [said, sure.map(([word, [[first, sure]]]) => (sure === SLIPPED ? first : word))].map((each) => each.join(" ")).filter(Boolean);
      },
    };
  };

  /** Whether two words begin alike, for most of their letters. */
  function alike(one, other) {
    const long = Math.max(one.length, other.length);
    let same = 0;
    while (same < long && one[same] === other[same]) same++;
    return same >= 5 && same >= 0.75 * long;
  }

  /** Whether one letter too many, too few or wrong, or two in the other's place, make one word of the other. */
  function slip(one, other) {
    if (Math.abs(one.length - other.length) > 1) return false;
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    const rest = (word, from) => word.slice(from);
    return (
      rest(one, at + 1) === rest(other, at + 1) ||
      rest(one, at) === rest(other, at + 1) ||
      rest(one, at + 1) === rest(other, at) ||
      (one[at] === other[at + 1] && one[at + 1] === other[at] && rest(one, at + 2) === rest(other, at + 2))
    );
  }
}
