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
      for (const field of fields) {
        const good = fits(field, field.dataset.right);
        field.dataset.verdict = good ? "right" : "wrong";
        field.setAttribute("aria-invalid", !good);
        for (const near of question.querySelectorAll("[data-near]")) near.hidden = good || !fits(field, near.dataset.near);
      }
      const some = fields.filter((field) => field.dataset.verdict === "right").length;
      return { some, all: fields.length, score: some / fields.length };
    },
  };

  pandu.parts = Object.assign(pandu.parts || {}, { fields: part });
}
