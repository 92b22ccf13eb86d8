{
  /**
   * What was kept under the old keys of what was renamed counts under the new ones. `data-moved` of the page has how keys of
   * records began and begin now ("quiz/pse/old quiz/pse/new"); only pages that read such records have it, and this script.
   */
  const words = (document.documentElement.dataset.moved || "").match(/\S+/g) || [];
  const moves = words.flatMap((was, at) => (at % 2 ? [] : [[was, words[at + 1]]]));

  const now = (key) => {
    const found = moves.find(([was]) => `${key}/`.startsWith(`${was}/`));
    return found ? found[1] + key.slice(found[0].length) : key;
  };

  /** Of a key that stands in a record, without its beginning. */
  const inside = (beginning, key) => now(beginning + key).slice(beginning.length);

  /** An exam that was begun or looked back at, with its questions. */
  const sitting = (of) => {
    const answers = Object.entries(of.answers || {}).map(([key, value]) => [inside("quiz/", key), value]);
    return Object.assign({}, of, { keys: of.keys.map((key) => inside("quiz/", key)), answers: Object.fromEntries(answers) });
  };

  const { parse } = pandu;
  pandu.parse = (text) => {
    const found = parse(text);
    for (const [key, value] of Object.entries(found ? found.records : {})) {
      const { records } = found;
      if (key === "course/now") records[key] = inside("course/", value);
      for (const name of value ? ["open", "last"] : []) if (value[name] && Array.isArray(value[name].keys)) value[name] = sitting(value[name]);
      if (value && typeof value.at === "string") value.at = inside("lesson/", value.at);
      if (now(key) === key) continue;
      records[now(key)] = pandu.merged(records[now(key)], value);
      delete records[key];
    }
    return found;
  };
}
