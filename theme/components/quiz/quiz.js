{
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
      } else if (type === "toggle") {
        target.closest("fieldset").toggleAttribute("data-open", target.open);
        if (this.answers) this.answers.textContent = this.words[+this.answersOpen()];
      } else if (type === "change" && target.form) {
        this.open(question(target.form)); // a new answer awaits a new check
      } else if (type === "click" && target.closest(".quiz__end [data-check]")) {
        for (const each of this.questions) if (chosen(each).length) this.check(each, true);
        this.sum();
      } else if (type === "click" && target.closest("[data-answers]")) {
        const open = !this.answersOpen();
        for (const each of this.querySelectorAll("details")) each.open = open;
      } else if (type === "click" && target.closest("[data-again]")) {
        for (const form of this.querySelectorAll("form")) form.reset(); // each tells us, as above
        inputs(this.questions[0])[0].focus(); // the button is gone
      }
    }

    answersOpen() {
      return [...this.querySelectorAll("details")].every((each) => each.open);
    }

    name(question) {
      return `quiz/${this.dataset.quiz}/${question.dataset.key}`;
    }

    restore(question) {
      const given = pandu.get(this.name(question));
      if (!Array.isArray(given)) return;
      for (const input of inputs(question)) input.checked = given.includes(input.value);
      if (chosen(question).length) this.mark(question);
    }

    /** @param {boolean} [quietly] the score is announced instead, not each verdict */
    check(question, quietly) {
      const given = chosen(question);
      if (!given.length) return this.say(question, this.dataset.saidNone);
      this.mark(question);
      if (quietly) this.say(question, "");
      this.keep(question, given);
    }

    mark(question) {
      const right = question.dataset.right.split(" ");
      const given = chosen(question);
      for (const input of inputs(question)) input.closest(".quiz__choice").toggleAttribute("data-chosen", input.checked);
      const some = given.filter((key) => right.includes(key)).length;
      const all = right.length;
      const good = some === all && given.length === all;
      question.dataset.verdict = good ? "right" : "wrong";
      const { saidRight, saidWrong, saidPart } = this.dataset;
      this.say(question, good ? saidRight : all > 1 ? pandu.fill(saidPart, { some, all }) : saidWrong);
    }

    open(question) {
      delete question.dataset.verdict;
      this.say(question, "");
    }

    forget(question) {
      this.open(question);
      this.keep(question);
      this.sum();
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
    }
  }

  const question = (form) => form.querySelector("fieldset");
  const inputs = (fieldset) => [...fieldset.querySelectorAll("input")];
  const chosen = (fieldset) => inputs(fieldset).filter((input) => input.checked).map((input) => input.value);

  customElements.define("quiz-form", QuizForm);
}
