{
  const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's: none that looks like another
  const FIRST = "2026-01-01";
  const SIZES = { exam: 1024, day: 8192, score: 101, passed: 2, mark: 16384 }; // together less than 32 ** 9
  const SHAPE = /^[\s\-–—]*([a-z\d]{1,12})[\s\-–—]+([a-z\d]{4})[\s\-–—]*([a-z\d]{4})[\s\-–—]*([a-z\d]{4})(?![a-z\d])\s*(?:\(([^()]*)\))?/i;

  const letters = (number, count) => (count ? letters(Math.floor(number / 32), count - 1) + LETTERS[number % 32] : "");
  const valueOf = (text) => [...text].reduce((sum, letter) => sum * 32 + LETTERS.indexOf(letter), 0);
  const sign = (exam) => pandu.hash(exam) % SIZES.exam;
  const check = (exam, seed, nine) => letters(pandu.hash(`${exam}/${seed}/${nine}`) % 32 ** 3, 3);

  /**
   * A result as a short text that is sent by chat, read out or scanned: PANDU1-K7M2XQ-8F3K-2QXT-9ABC (Sari). The first group is the
   * seed; nine letters tell the exam, the day, the score in percent, whether that passed, and a random mark, so that two
   * learners never have the same; three tell whether a letter is wrong. The name is added by who wants to.
   */
  pandu.receipt = {
    write({ exam, seed, day, score, passed, mark }, name = "") {
      const days = Math.round((new Date(day) - new Date(FIRST)) / 864e5);
      const values = { exam: sign(exam), day: Math.min(Math.max(days, 0), SIZES.day - 1), score, passed: +passed, mark };
      const nine = letters(Object.keys(SIZES).reduce((sum, field) => sum * SIZES[field] + values[field], 0), 9);
      const groups = (nine + check(exam, seed, nine)).match(/..../g);
      const said = name.replace(/[()\s]+/g, " ").trim();
      return ["PANDU1", seed.toUpperCase(), ...groups].join("-") + (said && ` (${said})`);
    },

    /** What the codes in a line of text say, each that is wrong as the text alone. @param {string[]} exams the keys of all that are known */
    read(line, exams) {
      const found = line.split(/PANDU\s?(?:1|[IL](?![a-z]))/i).slice(1);
      return found.map((text) => this.one(text, exams) || { wrong: `PANDU1${text}`.trim().slice(0, 40) });
    },

    /** @private */
    one(text, exams) {
      const [, seed, ...rest] = SHAPE.exec(text) || [];
      if (!seed) return null;
      const name = (rest.pop() || "").trim();
      const twelve = rest.join("").toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1");
      const nine = twelve.slice(0, 9);
      const exam = exams.find((each) => check(each, seed.toLowerCase(), nine) === twelve.slice(9));
      const values = {};
      let number = valueOf(nine);
      for (const field of Object.keys(SIZES).reverse()) {
        values[field] = number % SIZES[field];
        number = Math.floor(number / SIZES[field]);
      }
      if (!exam || values.exam !== sign(exam)) return null;
      const day = new Date(+new Date(FIRST) + values.day * 864e5).toISOString().slice(0, 10);
      const said = Object.assign(values, { exam, seed: seed.toLowerCase(), day, passed: Boolean(values.passed) });
      return Object.assign(said, { code: this.write(said), name });
    },
  };
}
