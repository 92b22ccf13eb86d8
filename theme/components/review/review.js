{

  /** <review-deck>: fetches the pages of the quizzes that have questions due, and shows these questions of them. */
  class ReviewDeck extends HTMLElement {
    connectedCallback() {
      const items = [...this.querySelectorAll("[data-quiz]")];
      const waiting = items.map((item) => [item, pandu.questions(item).filter((record) => record.due)]);
      const days = waiting.flatMap(([, records]) => records.map((record) => record.due)).sort();
      const count = days.filter((day) => day <= pandu.day()).length;
      const { saidDue, saidLater, saidNone, saidCount } = this.dataset;
      this.say(count ? pandu.fill(saidDue, { count }) : days.length ? pandu.fill(saidLater, { next: pandu.said(days[0]) }) : saidNone);
      for (const [item, records] of waiting) {
        const due = records.filter((record) => record.due <= pandu.day()).map((record) => record.key);
        item.hidden = !due.length;
        item.querySelector("span").textContent = pandu.fill(saidCount, { count: due.length });
        if (due.length) this.fetch(item, due);
      }
    }

    say(words) {
      this.querySelector("output").value = words;
    }

    async fetch(item, due) {
      const link = item.querySelector("a");
      try {
        const answer = await fetch(link.href);
        if (!answer.ok) throw new Error(answer.status);
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        this.put(page.querySelector("quiz-form"), link, due);
        item.hidden = true;
      } catch (error) {
        this.say(this.dataset.saidUnreached);
      }
    }

    /** The quiz as its page has it, without what is not due; links lead from here. */
    put(quiz, link, due) {
      for (const question of quiz.querySelectorAll("fieldset")) {
        if (!due.includes(question.dataset.key)) question.form.remove();
      }
      for (const each of quiz.querySelectorAll("quiz-results, [data-answers], quiz-form > p, legend span")) each.remove();
      for (const each of quiz.querySelectorAll("a")) each.href = new URL(each.getAttribute("href"), link.href).href;
      quiz.dataset.fresh = "";
      const title = document.createElement("h2");
      title.textContent = link.textContent;
      const section = document.createElement("section");
      section.append(title, document.importNode(quiz, true));
      this.querySelector(".review__questions").append(section);
    }
  }

  customElements.define("review-deck", ReviewDeck);
}
