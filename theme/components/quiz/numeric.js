{
  /** Digits with at most one point, from a number with the signs of its language; what only looks like the other habit is taken for it. */
  const digits = (text, group, decimal) => {
    const g = `\\${group}`;
    const d = `\\${decimal}`;
    const is = (pattern) => new RegExp(`^${pattern}$`).test(text);
    if (is(`[1-9]\\d{0,2}(${g}\\d{3})+(${d}\\d+)?`)) return text.split(group).join("").replace(decimal, ".");
    if (is(`\\d+(${d}\\d+)?`)) return text.replace(decimal, ".");
    if (is(`\\d+${g}\\d+`)) return text.replace(group, ".");
    if (is(`[1-9]\\d{0,2}(${d}\\d{3}){2,}`)) return text.split(decimal).join("");
  };

  /** @returns {number} the one number that is written, as plugins/shared/numbers.py reads it; NaN where there is none */
  pandu.amount = (text, habits) => {
    const [[group, decimal], ...words] = habits.split(" ");
    const found = text.trim().toLowerCase().match(/^([^\d-]*)(-?)(\d[\d., \u00a0\u202f]*)(\D*)$/);
    const plain = found && digits(found[3].replace(/\s/g, "").replace(/[.,]+$/, ""), group, decimal);
    if (!plain) return NaN;
    const powers = Object.fromEntries(words.map((word) => word.split(":")));
    const power = (found[4].match(/\p{L}+/gu) || []).reduce((sum, word) => sum + +(powers[word] || 0), 0);
    return plain * 10 ** power * (found[2] ? -1 : 1);
  };

  /** @returns {boolean} whether the number that is written is the right one */
  pandu.number = (text, habits, right, tolerance) =>
    Math.abs(pandu.amount(text, habits) - right) <= tolerance + Math.abs(right) * 1e-9;
}
