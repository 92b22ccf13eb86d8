{
  const text = (element) => element.textContent.trim().replace(/\s+/g, " ");

  /** What was chosen or written, in words. */
  const given = (question) =>
    [...question.querySelectorAll("input:checked, [name][data-right]")]
      .filter((field) => field.value)
      .map((field) => {
        if (field.type === "radio" || field.type === "checkbox") return text(field.closest("label"));
        const value = field.options ? text(field.options[field.selectedIndex]) : field.value.trim();
        const label = field.name !== "answer" && field.closest("label");
        return label ? `${text(label.querySelector("span"))}: ${value}` : value;
      })
      .join("; ");

  const right = (question) => [...question.querySelectorAll(".quiz__answer :is(.quiz__right, li)")].map(text).join("; ");

  /** The question without its number. */
  const asked = (question) => text([...question.querySelector("legend").childNodes].pop());

  /** <quiz-results>: `show` takes what has been marked; buttons print it or save it. */
  class QuizResults extends HTMLElement {
    connectedCallback() {
      this.addEventListener("click", this);
    }

    /**
     * @param {HTMLFieldSetElement[]} questions those that count, each with its score where it has been answered
     * @param {string} said the result in words, above the table
     * @param {object} more what a program may want to know besides
     */
    show(questions, said, more) {
      this.hidden = !questions.some((question) => question.dataset.score);
      this.said = said;
      this.more = more;
      this.rows = questions.map((question, at) => {
        const out = +question.dataset.worth || 1;
        const points = Math.round(100 * out * (question.dataset.score || 0)) / 100;
        return [at + 1, asked(question), given(question) || this.dataset.none, right(question), points, out];
      });
      this.keys = questions.map((question) => question.dataset.key);
    }

    handleEvent({ target }) {
      const name = `${this.dataset.name}-${pandu.day()}`;
      const columns = this.dataset.columns.split("|");
      const { download } = target.dataset;
      if ("print" in target.dataset) this.print(columns);
      else if (download === "csv") pandu.download(`${name}.csv`, "text/csv", pandu.csv([columns, ...this.rows], document.documentElement.lang));
      else if (download === "json") pandu.download(`${name}.json`, "application/json", this.json());
    }

    json() {
      const questions = this.rows.map(([, question, answer, right, points, of], at) => ({ key: this.keys[at], question, answer, right, points, of }));
      const { lang } = document.documentElement;
      return JSON.stringify(Object.assign({ page: location.href.split("#")[0], lang, day: pandu.day() }, this.more, { questions }), null, 2);
    }

    /** Paper gets a sheet of its own, and not the page around us. */
    print(columns) {
      const { lang, dataset } = document.documentElement;
      const make = (name, words = "", ...inside) => {
        const element = document.createElement(name);
        element.textContent = words.toLocaleString(lang);
        element.append(...inside);
        return element;
      };
      const line = make("p", "", `${this.dataset.person} `, make("span"), ` ${this.dataset.on} ${pandu.said(pandu.day())}`);
      line.className = "results__person";
      const head = make("tr", "", ...columns.map((words) => make("th", words)));
      const body = this.rows.map((row) => make("tr", "", ...row.map((words) => make("td", words))));
      const table = make("table", "", make("thead", "", head), make("tbody", "", ...body));
      const sheet = make("section", "", make("h1", text(document.querySelector("h1"))), line, make("p", this.said), table, make("p", `${this.dataset.alone} ${location.href.split("#")[0]}`));
      sheet.className = "results__sheet";
      document.body.append(sheet);
      dataset.prints = "results";
      addEventListener("afterprint", () => (sheet.remove(), delete dataset.prints), { once: true });
      print();
    }
  }

  customElements.define("quiz-results", QuizResults);
}
