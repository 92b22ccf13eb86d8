{
  /** Fields: each is marked by what it carries. An answer is what is written in a single one, else "key=value" of each. */
  const all = (question) => [...question.querySelectorAll("[name][data-right]")];
  const share = (field) => (field.name === "answer" ? field.value : `${field.name}=${field.value}`);

  /** A written answer without capitals, accents, signs and white space: as plugins/quiz/types/fields.py has it. */
  const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  const compare = {
    text: (field, right) => plain(field.value) !== "" && right.split("|").includes(plain(field.value)),
    number: (field, right) => pandu.number(field.value, field.dataset.habits, +right, +field.dataset.tolerance),
  };
  const fits = (field, right) => (compare[field.dataset.kind] || ((each) => each.value === right))(field, right);

  /** Whether one slip made of an accepted text what is written: as plugins/quiz/types/fields.py has it. */
  const slipped = (text, right) => {
    const [a, b] = [plain(text), right].map((each) => [...each]);
    const same = (at) => a.length > 0 && a.slice(at)[0] === b.slice(at)[0];
    for (; same(0); a.shift()) b.shift();
    for (; same(-1); a.pop()) b.pop();
    const swapped = a.length === 2 && a.join() === b.reverse().join();
    return (right.match(/\p{L}/gu) || []).length > 4 && !/\p{N}/u.test(a + b) && (swapped || Math.max(a.length, b.length) === 1);
  };

  const part = {
    given: (question) => (all(question).some((field) => field.value.trim()) ? all(question).map(share) : []),

    put(question, answer) {
      for (const field of all(question)) {
        const value = field.name === "answer" ? answer[0] : (answer.find((each) => each.startsWith(`${field.name}=`)) || "").slice(field.name.length + 1);
        field.value = value || "";
      }
    },

    mark(question) {
      const fields = all(question);
      let slip;
      for (const field of fields) {
        const good = fits(field, field.dataset.right);
        let near = good;
        for (const each of question.querySelectorAll("[data-near]")) {
          each.hidden = good || !fits(field, each.dataset.near);
          near = near || !each.hidden; // its editor has said what is missing
        }
        const spelling = !near && field.dataset.slip && field.dataset.right.split("|").some((right) => slipped(field.value, right));
        if (spelling) slip = field.dataset.slip;
        field.dataset.verdict = good ? "right" : "wrong";
        field.setAttribute("aria-invalid", spelling ? "spelling" : !good);
      }
      const some = fields.filter((field) => field.dataset.verdict === "right").length;
      return { some, all: fields.length, score: some / fields.length, slip };
    },
  };

  pandu.parts = Object.assign(pandu.parts || {}, { fields: part });
}
