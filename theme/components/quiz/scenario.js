{
  /** A case: a step shows when a choice has led to it. An answer is the way that was taken. */
  const steps = (question) => [...question.querySelectorAll("[data-step]")];
  const way = (question) => {
    const found = [];
    for (let step = steps(question)[0]; step; ) {
      const turn = step.querySelector(":checked");
      if (turn) found.push(turn);
      const goes = turn && turn.dataset.goes;
      step = goes && steps(question).find((each) => each.dataset.step === goes);
    }
    return found;
  };

  const part = {
    given(question) {
      const turns = way(question);
      return turns.length && !turns[turns.length - 1].dataset.goes ? turns.map((turn) => turn.value) : [];
    },

    put(question, answer) {
      let step = steps(question)[0];
      for (const key of answer) {
        const turn = step && step.querySelector(`[value="${CSS.escape(key)}"]`);
        if (turn) turn.checked = true;
        step = turn && steps(question).find((each) => each.dataset.step === turn.dataset.goes);
      }
      this.show(question);
    },

    /** Only the steps of the way so far; all of them where the answer is shown. */
    show(question) {
      const turns = way(question);
      const reached = turns.map((turn) => turn.dataset.goes);
      steps(question).forEach((step, at) => {
        const off = at > 0 && !reached.includes(step.dataset.step);
        step.hidden = off && !("open" in question.dataset);
        if (off) for (const turn of step.querySelectorAll(":checked")) turn.checked = false;
      });
    },

    mark(question) {
      const turns = way(question);
      for (const turn of question.querySelectorAll("input")) turn.closest(".quiz__choice").toggleAttribute("data-chosen", turn.checked);
      const some = turns.filter((turn) => "good" in turn.dataset).length;
      return { some, all: turns.length, score: some / (turns.length || 1) };
    },
  };

  pandu.parts = Object.assign(pandu.parts || {}, { scenario: part });
}
