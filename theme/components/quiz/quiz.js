{
  const question = (form) => form.querySelector("fieldset");
  const inputs = (fieldset) => [...fieldset.querySelectorAll("input")];
  const control = (fieldset) => fieldset.querySelector("input, select, textarea");
  const part = (fieldset) => ("right" in fieldset.dataset ? choices : fieldset.querySelector("[data-step]") ? pandu.parts.scenario : pandu.parts.fields);

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

  /** <quiz-form>: the reader answers first and checks then, question by question or all at once. */
  class QuizForm extends HTMLElement {
    connectedCallback() {
      this.questions = [...this.querySelectorAll("fieldset")];
      this.end = this.querySelector(".quiz__end");
      this.answers = this.querySelector("[data-answers]"); // on the quiz's own page
      if (this.answers) this.words = [this.answers.textContent, this.answers.dataset.answers];
      this.end.hidden = false; // without us its buttons would do nothing
      for (const button of this.querySelectorAll("button[disabled]")) button.hidden = button.disabled = false;
      for (const type of ["submit", "reset", "change", "click"]) this.addEventListener(type, this);
      this.addEventListener("toggle", this, true); // it doesn't bubble
      for (const question of this.questions) this.restore(question);
      if (this.questions.some((question) => question.dataset.verdict)) this.sum();
    }

    handleEvent(event) {
      const { type, target } = event;
      if (type === "submit") {
        event.preventDefault();
        this.check(question(target));
        this.sum();
      } else if (type === "reset") {
        this.forget(question(target));
      } else if (type === "toggle" && target.matches(".quiz__answer")) {
        target.closest("fieldset").toggleAttribute("data-open", target.open);
        if (this.answers) this.answers.textContent = this.words[+this.answersOpen()];
      } else if (type === "change" && target.form) {
        const changed = question(target.form);
        this.open(changed); // a new answer awaits a new check
        if (part(changed).show) part(changed).show(changed);
      } else if (type === "click" && target.closest(".quiz__end [data-check]")) {
        for (const each of this.questions) if (part(each).given(each).length) this.check(each, true);
        this.sum();
      } else if (type === "click" && target.closest("[data-answers]")) {
        const open = !this.answersOpen();
        for (const each of this.querySelectorAll(".quiz__answer")) each.open = open;
      } else if (type === "click" && target.closest("[data-missed]")) {
        const missed = this.questions.filter((each) => each.dataset.verdict === "wrong");
        for (const each of missed) each.form.reset(); // each tells us, as below
        if (missed[0]) control(missed[0]).focus(); // the button is gone
      } else if (type === "click" && target.closest("[data-again]")) {
        for (const form of this.querySelectorAll("form")) form.reset();
        control(this.questions[0]).focus();
      }
    }

    answersOpen() {
      return [...this.querySelectorAll(".quiz__answer")].every((each) => each.open);
    }

    name(question) {
      return `quiz/${this.dataset.quiz}/${question.dataset.key}`;
    }

    restore(question) {
      const given = pandu.get(this.name(question));
      if (Array.isArray(given)) part(question).put(question, given);
      if (part(question).show) part(question).show(question);
      if (Array.isArray(given) && part(question).given(question).length) this.mark(question);
    }

    /** @param {boolean} [quietly] the score is announced instead, not each verdict */
    check(question, quietly) {
      const given = part(question).given(question);
      if (!given.length) return this.say(question, this.dataset.saidNone);
      this.mark(question);
      if (quietly) this.say(question, "");
      this.keep(question, given);
    }

    mark(question) {
      const { some, all, score } = part(question).mark(question);
      question.dataset.verdict = score === 1 ? "right" : "wrong";
      question.dataset.score = score;
      const { saidRight, saidWrong, saidPart } = this.dataset;
      this.say(question, score === 1 ? saidRight : all > 1 ? pandu.fill(saidPart, { some, all }) : saidWrong);
    }

    open(question) {
      for (const each of [question, ...question.querySelectorAll("[data-verdict]")]) {
        delete each.dataset.verdict;
        each.removeAttribute("aria-invalid");
      }
      for (const near of question.querySelectorAll("[data-near]")) near.hidden = true;
      this.say(question, "");
    }

    forget(question) {
      this.open(question);
      this.keep(question);
      this.sum();
      setTimeout(() => part(question).show && part(question).show(question)); // a form is reset after it has said so
    }

    keep(question, given) {
      this.querySelector("[data-forgets]").hidden = pandu.set([[this.name(question), given]]);
    }

    say(where, words) {
      where.querySelector("output").value = words;
    }

    sum() {
      const checked = this.questions.filter((each) => each.dataset.verdict);
      const right = checked.filter((each) => each.dataset.verdict === "right").length;
      const all = this.questions.length;
      const open = all - checked.length;
      const words = this.dataset.saidScore + (open ? ` ${this.dataset.saidOpen}` : "");
      this.say(this.end, checked.length ? pandu.fill(words, { right, all, open }) : "");
      this.end.querySelector("[data-again]").hidden = !checked.length;
      this.end.querySelector("[data-missed]").hidden = right === checked.length;
    }
  }

  customElements.define("quiz-form", QuizForm);
}
