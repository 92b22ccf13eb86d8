/**
 * `pandu` of a lesson in one file: it remembers as long as the file is open. Browsers keep one record for all files of a disk,
 * so what stood there would be of some other file: a lesson neither reads nor writes it.
 */
const pandu = {
  records: Object.create(null),

  get(key) {
    return this.records[key];
  },

  set(changes) {
    for (const [key, value] of changes) this.records[key] = value;
    return true;
  },

  fill(words, values) {
    return words.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
  },
};
