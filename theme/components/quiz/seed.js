{
  /** 32 bits from a text: as plugins/shared/seed.py has it. */
  pandu.hash = (text) => {
    let found = 0x811c9dc5;
    for (const letter of text) found = Math.imul(found ^ letter.charCodeAt(0), 0x01000193);
    for (const [shift, factor] of [[16, 0x85ebca6b], [13, 0xc2b2ae35]]) found = Math.imul(found ^ (found >>> shift), factor);
    return (found ^ (found >>> 16)) >>> 0;
  };

  /** @returns {string[]} the keys in the order of this seed, for which whoever has it gets the same */
  pandu.ordered = (seed, keys) => {
    const numbers = new Map(keys.map((key) => [key, pandu.hash(`${seed}/${key}`)]));
    return [...keys].sort((one, other) => numbers.get(one) - numbers.get(other));
  };
}
