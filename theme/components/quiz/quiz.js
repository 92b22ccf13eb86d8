{
  const question = (form) => form.querySelector("fieldset");
  const control = (fieldset) => fieldset.querySelector("input, select, textarea");

  /** <quiz-form>: the reader answers first and checks then, question by question or all at once. */
  class QuizForm extends HTMLElement {
    connectedCallback() {
      this.questions = [...this.querySelectorAll("fieldset")];
      this.end = this.querySelector(".quiz__end");
      this.answers = this.querySelector("[data-answers]"); // on the quiz's own page
      this.results = this.querySelector("quiz-results");
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
        const asked = target.closest("fieldset");
        asked.toggleAttribute("data-open", target.open);
        if (pandu.part(asked).show) pandu.part(asked).show(asked);
        if (this.answers) this.answers.textContent = this.words[+this.answersOpen()];
      } else if (type === "change" && target.form) {
        const changed = question(target.form);
        this.open(changed); // a new answer awaits a new check
        if (pandu.part(changed).show) pandu.part(changed).show(changed);
      } else if (type === "click" && target.closest(".quiz__end [data-check]")) {
        for (const each of this.questions) if (pandu.part(each).given(each).length) this.check(each, true);
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
      const part = pandu.part(question);
      const { answer, score, lang } = this.hasAttribute("data-fresh") ? {} : pandu.question.get(this.name(question), question);
      const known = Array.isArray(answer);
      if (known) part.put(question, answer);
      if (part.show) part.show(question);
      if (!known || !part.given(question).length) return;
      if (!lang || lang === question.closest("[lang]").lang) return this.mark(question);
      question.dataset.verdict = score === 1 ? "right" : "wrong"; // written in another language, and marked there
      this.say(question, score === 1 ? this.dataset.saidRight : this.dataset.saidWrong);
    }

    /** @param {boolean} [quietly] the score is announced instead, not each verdict */
    check(question, quietly) {
      const given = pandu.part(question).given(question);
      if (!given.length) return this.say(question, this.dataset.saidNone);
      const score = this.mark(question);
      if (quietly) this.say(question, "");
      this.tell(pandu.question.keep(this.name(question), question, given, score));
    }

    mark(question) {
      const found = pandu.mark(question);
      this.say(question, pandu.verdict(this.dataset, found));
      return found.score;
    }

    open(question) {
      delete question.dataset.score;
      for (const each of [question, ...question.querySelectorAll("[data-verdict]")]) {
        delete each.dataset.verdict;
        each.removeAttribute("aria-invalid");
      }
      for (const near of question.querySelectorAll("[data-near]")) near.hidden = true;
      this.say(question, "");
    }

    forget(question) {
      this.open(question);
      this.tell(pandu.question.forget(this.name(question), question));
      this.sum();
      const { show } = pandu.part(question);
      setTimeout(() => show && show(question)); // a form is reset after it has said so
    }

    /** Says it where the device keeps nothing. */
    tell(kept) {
      this.querySelector("[data-forgets]").hidden = kept;
    }

    say(where, words) {
      where.querySelector("output").value = words;
    }

    sum() {
      const checked = this.questions.filter((each) => each.dataset.verdict);
      const right = checked.filter((each) => each.dataset.verdict === "right").length;
      const all = this.questions.length;
      const open = all - checked.length;
      const words = pandu.fill(this.dataset.saidScore + (open ? ` ${this.dataset.saidOpen}` : ""), { right, all, open });
      this.say(this.end, checked.length ? words : "");
      this.end.querySelector("[data-again]").hidden = !checked.length;
      this.end.querySelector("[data-missed]").hidden = right === checked.length;
      const show = () => this.results.show(this.questions, words, { quiz: this.dataset.quiz });
      if (this.results) customElements.whenDefined("quiz-results").then(show); // its script may come after ours
    }
  }

  customElements.define("quiz-form", QuizForm);
}
