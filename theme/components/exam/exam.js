{
  const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"; // none that looks like another
  const LENGTH = 6;
  const seedOf = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const anySeed = () => [...crypto.getRandomValues(new Uint8Array(LENGTH))].map((byte) => LETTERS[byte % LETTERS.length]).join("");
  const percent = (share) => Math.floor(share * 100 + 1e-9); // 69.9 is not 70

  /**
   * <exam-form>: draws by a seed, marks once, shows then what was right. Under "exam/<exam>" the device remembers
   * {done: [{seed, day, score, passed}], open: {seed, keys, answers}, last: {seed, keys, answers, day, mark}}; scores are from 0 to 1.
   */
  class ExamForm extends HTMLElement {
    connectedCallback() {
      this.all = [...this.querySelectorAll(".exam__questions fieldset")];
      this.parts = Object.fromEntries(
        ["start", "before", "result", "code", "questions", "end", "again", "passed", "who"].map((name) => [name, this.querySelector(`.exam__${name}`)]),
      );
      this.results = this.querySelector("quiz-results");
      this.receipt = this.querySelector("exam-receipt");
      for (const type of ["submit", "input", "change", "click", "reset", "toggle"]) this.addEventListener(type, this, type === "toggle");
      const { open } = this.record();
      if (open) this.run(open);
      else this.offer();
    }

    handleEvent(event) {
      const { type, target } = event;
      if (type === "submit") event.preventDefault();
      if (type === "submit" && target.matches(".exam__seed")) this.start(seedOf(target.seed.value) || anySeed());
      else if (type === "toggle" && target.matches(".quiz__answer")) target.closest("fieldset").toggleAttribute("data-open", target.open);
      else if (/input|change|reset/.test(type) && this.dataset.state === "runs") setTimeout(() => this.changed(target)); // a form is reset after it has said so
      else if (type === "click" && target.closest("[data-hand-in]")) this.handIn();
      else if (type === "click" && target.closest("[data-look]")) this.look();
      else if (type === "click" && target.closest("[data-again]")) this.offer(true);
    }

    record() {
      const found = pandu.get(`exam/${this.dataset.exam}`);
      return found && Array.isArray(found.done) ? found : { done: [] };
    }

    keep(change) {
      const kept = pandu.set([[`exam/${this.dataset.exam}`, Object.assign(this.record(), change)]]);
      this.querySelector("[data-forgets]").hidden = kept;
    }

    /** One of "offers", "runs" and "done": what is seen of the page hangs on it. */
    state(name) {
      this.dataset.state = name;
      const { start, result, code, questions, end, again } = this.parts;
      start.hidden = name !== "offers";
      questions.hidden = code.hidden = name === "offers";
      end.hidden = name !== "runs";
      again.hidden = result.hidden = name !== "done";
      if (name !== "done") this.results.hidden = true;
    }

    /** Offers an exam, and shows what has been done. */
    offer(focused) {
      const { done, last } = this.record();
      const field = this.querySelector("[name=seed]");
      field.value = anySeed();
      this.state("offers");
      const name = pandu.get("learner/name");
      this.parts.who.hidden = !name;
      this.parts.who.querySelector("b").textContent = name || "";
      this.parts.before.hidden = !done.length;
      this.parts.before.querySelector("button").hidden = !last;
      const said = done.map(({ day, score, seed }) =>
        pandu.fill(this.dataset.saidBefore, { day: pandu.said(day), score: percent(score), code: seed }),
      );
      this.parts.before.querySelector("ul").replaceChildren(...said.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
      if (focused) field.focus();
    }

    start(seed) {
      const open = { seed, keys: this.draw(seed).map((question) => question.dataset.key), answers: {} };
      this.keep({ open });
      this.run(open);
      this.drawn[0].querySelector("input, select, textarea").focus();
    }

    /** @returns {HTMLFieldSetElement[]} as plugins/exam/model.py draws */
    draw(seed) {
      const key = (question) => question.dataset.key;
      const found = this.dataset.draws.split(" ").flatMap((count, pool) => {
        const offered = this.all.filter((question) => question.closest("[data-pool]").dataset.pool === String(pool));
        return pandu.ordered(seed, offered.map(key)).slice(0, count);
      });
      return pandu.ordered(seed, found).map((name) => this.all.find((question) => key(question) === name));
    }

    /** The exam on the page, with what has been answered so far. */
    show({ seed, keys, answers }) {
      this.seed = seed;
      this.drawn = keys.map((key) => this.all.find((question) => question.dataset.key === key)).filter(Boolean); // one may be gone since
      for (const question of this.all) {
        const place = question.closest("[data-pool]");
        place.hidden = !this.drawn.includes(question);
        question.form.reset();
        question.disabled = false;
        for (const each of [question, ...question.querySelectorAll("[data-verdict]")]) delete each.dataset.verdict;
        delete question.dataset.score;
        for (const details of question.querySelectorAll("details")) details.open = false;
        question.querySelector("output").value = "";
      }
      this.drawn.forEach((question, at) => {
        this.parts.questions.append(question.closest("[data-pool]"));
        question.querySelector("legend span").textContent = pandu.fill(this.dataset.saidNumber, { number: at + 1, count: this.drawn.length });
        this.mix(question, seed);
        const part = pandu.part(question);
        if (answers[question.dataset.key]) part.put(question, answers[question.dataset.key]);
        if (part.show) part.show(question);
      });
      this.parts.code.querySelector("b").textContent = seed;
    }

    /** Choices in the order of the seed; a pinned one keeps its place. */
    mix(question, seed) {
      if (!/^(single|multiple)$/.test(question.dataset.type)) return;
      const choices = [...question.querySelectorAll(".quiz__choice")];
      const pinned = (choice) => "pin" in choice.dataset;
      const free = Object.fromEntries(choices.filter((choice) => !pinned(choice)).map((choice) => [choice.querySelector("input").value, choice]));
      const order = pandu.ordered(`${seed}/${question.dataset.key.split("/").pop()}`, Object.keys(free));
      const places = choices.map((choice) => (pinned(choice) ? choice : free[order.shift()]));
      choices[0].before(...places);
    }

    run(open) {
      this.show(open);
      this.state("runs");
      this.say();
    }

    unanswered() {
      return this.drawn.filter((question) => !pandu.part(question).given(question).length).length;
    }

    changed(target) {
      const question = target.form && target.form.querySelector("fieldset");
      if (question && pandu.part(question).show) pandu.part(question).show(question);
      const answers = Object.fromEntries(this.drawn.map((each) => [each.dataset.key, pandu.part(each).given(each)]));
      this.keep({ open: { seed: this.seed, keys: Object.keys(answers), answers } });
      this.say();
    }

    say(words) {
      const open = this.unanswered();
      this.sure = Boolean(words);
      this.parts.end.querySelector("output").value = pandu.fill(words || (open ? this.dataset.saidOpen : this.dataset.saidAll), { open });
    }

    handIn() {
      if (this.unanswered() && !this.sure) return this.say(this.dataset.saidSure);
      const score = this.mark();
      const passed = percent(score) >= +this.dataset.pass;
      const answers = Object.fromEntries(this.drawn.map((each) => [each.dataset.key, pandu.part(each).given(each)]));
      const { seed } = this;
      const day = pandu.day();
      const [mark] = crypto.getRandomValues(new Uint16Array(1)); // of this one sitting: another learner's may have the same score
      const last = { seed, keys: Object.keys(answers), answers, day, mark: mark >> 2 };
      this.keep({ done: [...this.record().done, { seed, day, score, passed }], open: undefined, last });
      this.tell(last, score);
      for (const question of this.drawn) pandu.question.count(`quiz/${question.dataset.key}`, question, +question.dataset.score);
      this.parts.result.focus();
    }

    /** Marks what is on the page, and shows what was right. @returns {number} the score */
    mark() {
      let points = 0;
      let all = 0;
      for (const question of this.drawn) {
        const worth = +question.dataset.worth || 1;
        const found = pandu.mark(question);
        question.querySelector("output").value = pandu.verdict(this.dataset, found);
        question.querySelector(".quiz__answer").open = found.score < 1;
        question.disabled = true;
        points += worth * found.score;
        all += worth;
      }
      const score = points / all;
      const said = percent(score) >= +this.dataset.pass ? this.dataset.saidPassed : this.dataset.saidFailed;
      const shown = Math.round(points * 100) / 100;
      const words = pandu.fill(said, { score: percent(score), points: shown.toLocaleString(document.documentElement.lang), all });
      this.state("done");
      const passed = percent(score) >= +this.dataset.pass;
      this.parts.result.dataset.passed = passed;
      this.parts.passed.hidden = !passed;
      this.parts.result.querySelector("p").textContent = words;
      this.results.show(this.drawn, words, { exam: this.dataset.exam, code: this.seed, score: Math.round(score * 1e4) / 1e4 });
      return score;
    }

    /** What the trainer may want to know; of an exam before there was such a code nothing. */
    tell({ seed, day, mark }, score) {
      const { exam, pass } = this.dataset;
      this.receipt.show(day && { exam, seed, day, mark, score: percent(score), passed: percent(score) >= +pass });
    }

    /** The last one once more. */
    look() {
      const { last } = this.record();
      this.show(last);
      this.tell(last, this.mark());
      this.parts.result.focus();
    }
  }

  customElements.define("exam-form", ExamForm);
}
