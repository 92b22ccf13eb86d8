/**
 * `pandu`, the one global: what the device remembers of a reader, and nothing else does.
 *
 * One entry of localStorage, "pandu", holds it as JSON: {"version": 2, "records": {key: value}}. A key names a thing of
 * the site in every language ("checklist/before-joining-a-marketplace/nib", "quiz/pse/what-is-a-pse/one-act").
 * What an older version wrote is brought up to date where it is read, and kept so at the next change.
 * Where several people learn on one device, each of the others has an entry of their own, "pandu-<number>", and
 * "pandu-now" names the entry of who learns now. A page stays with whom it was opened for. No list of them could be
 * damaged: the entries are the list. A record is read anew before each change, so that two tabs don't undo each other.
 * What can't be read is set aside under another name, never thrown away; what a newer version of the site wrote is left
 * alone. Where the browser keeps nothing, everything else works on.
 */
const pandu = {
  /** @returns {unknown} what is remembered under the key, or undefined */
  get(key) {
    return this.read().records[key];
  },

  /**
   * Remembers; a value that is undefined is forgotten.
   * @param {[string, unknown][]} changes
   * @returns {boolean} whether the device keeps it
   */
  set(changes) {
    const found = this.read();
    if (!found.ours) return false;
    for (const [key, value] of changes) found.records[key] = value; // JSON leaves undefined out
    try {
      if (found.damaged) localStorage.setItem(`${this.entry}-damaged-${Date.now()}`, found.damaged);
      localStorage.setItem(this.entry, JSON.stringify(Object.assign({}, found.data, { version: 2, records: found.records })));
      return true;
    } catch (error) {
      return false; // forbidden or full
    }
  },

  /** The words with each {name} replaced by its value. */
  fill(words, values) {
    return words.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
  },

  /** What is kept, or was saved in a file, by key and up to date. It throws where the text is none of ours; null is of a newer site. */
  parse(text) {
    const data = JSON.parse(text);
    if (data.version > 2) return null;
    if (!(data.version > 0) || data.records.constructor !== Object) throw new TypeError("no record");
    const records = Object.create(null);
    for (const [key, value] of Object.entries(data.records)) {
      records[key] = Array.isArray(value) ? { answer: value } : value; // version 1 kept the answer alone
    }
    return { data, records };
  },

  /** Whose record this page reads and writes. */
  entry: "pandu",

  /** What is kept in an entry. One that was removed meanwhile stays so, but for the first, which begins without one. */
  read(entry = this.entry) {
    let text;
    try {
      text = localStorage.getItem(entry);
    } catch (error) {
      return { ours: false, records: {} };
    }
    try {
      if (text === null) return { ours: entry === "pandu", records: {} };
      const found = this.parse(text);
      return found ? Object.assign(found, { ours: true }) : { ours: false, records: {} };
    } catch (error) {
      return { ours: true, damaged: text, records: {} };
    }
  },
};

try {
  const now = localStorage.getItem("pandu-now");
  if (/^pandu-\d+$/.test(now) && localStorage.getItem(now) !== null) pandu.entry = now;
} catch (error) {
  // forbidden: nobody is kept
}
