{
  const inputs = (question) => [...question.querySelectorAll("input")];

  /** Choices: an answer is the keys of what is chosen. The other parts of the script are for the other types, and do the same. */
  const choices = {
    given: (question) => inputs(question).filter((input) => input.checked).map((input) => input.value),

    put(question, answer) {
      for (const input of inputs(question)) input.checked = answer.includes(input.value);
    },

    /** Marks on the page what was given. @returns {{some: number, all: number, score: number}} the score from 0 to 1, which alone is right */
    mark(question) {
      const right = question.dataset.right.split(" ");
      const given = this.given(question);
      for (const input of inputs(question)) input.closest(".quiz__choice").toggleAttribute("data-chosen", input.checked);
      const some = given.filter((key) => right.includes(key)).length;
      return { some, all: right.length, score: Math.max(0, 2 * some - given.length) / right.length };
    },
  };

  pandu.parts = Object.assign(pandu.parts || {}, { choices });

  /** The part of the script that knows the question's type. */
  pandu.part = (question) => {
    const { choices, fields, scenario } = pandu.parts;
    return "right" in question.dataset ? choices : question.querySelector("[data-step]") ? scenario : fields;
  };

  /** Marks a question as a whole, as it stands on the page. */
  pandu.mark = (question) => {
    const found = pandu.part(question).mark(question);
    question.dataset.verdict = found.score === 1 ? "right" : "wrong";
    question.dataset.score = found.score;
    return found;
  };

  /** What the page says of an answer, from the words of a form; `slip` are those for what is only spelt wrongly. */
  pandu.verdict = ({ saidRight, saidWrong, saidPart }, { some, all, score, slip }) => {
    if (score === 1) return saidRight;
    if (all > 1) return pandu.fill(slip ? `${saidPart} ${slip}` : saidPart, { some, all });
    return slip || saidWrong;
  };
}
