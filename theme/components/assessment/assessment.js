{
  const MOST = 3; // of the steps from "not yet", 0
  const DAY = 864e5;

  /** What a goal begins with: what a rule asks for and what is not begun comes first. */
  const urgency = ({ law, level }) => (law || level === 0 ? 1 : level === 1 ? 2 : 3);

  /** What a form and a link say is a step, or that the sentence is none of this business's: null. */
  const levelOf = (said) => (said === "x" ? null : Number(said));
  const said = (level) => (level === null ? "x" : String(level));

  const dayIn = (weeks) => new Date(Date.now() + weeks * 7 * DAY).toISOString().slice(0, 10);

  /** The way of a share of an axis from the centre to its end. */
  const spot = (axis, share) => axis.getAttribute("d").match(/L(\S+) (\S+)/).slice(1).map((way) => Math.round(way * share * 10) / 10).join(",");

  /**
   * <self-assessment>: keeps answers and goals on the device, draws them, and makes a roadmap of what does not hold yet.
   * A button's `data-act` is the method that it calls.
   */
  class SelfAssessment extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.list = this.querySelector("ol");
      this.brought = this.querySelector(".assessment__brought");
      this.areas = [...this.form.querySelectorAll("section")];
      this.statements = [...this.form.querySelectorAll("fieldset")].map((place) => ({
        place,
        key: place.id,
        law: "law" in place.dataset,
        text: place.querySelector("legend").textContent,
        area: place.closest("section"),
        record: `${this.dataset.record}/${place.id}`,
      }));
      this.goals = new Map();
      for (const each of this.querySelectorAll(".assessment__along, .assessment__roadmap")) each.hidden = false;
      for (const type of ["change", "click", "submit"]) this.addEventListener(type, this);
      for (const type of ["storage", "hashchange", "beforeprint", "afterprint"]) addEventListener(type, this);
      this.read();
      this.ask();
    }

    handleEvent(event) {
      const { type, target } = event;
      if (type === "submit") event.preventDefault();
      if (type === "storage") this.read();
      if (type === "hashchange") this.ask();
      if (type === "beforeprint") this.sheet();
      if (type === "afterprint") this.removeAttribute("data-blank");
      if (type === "change" && target.type === "radio") this.answer(target);
      else if (type === "change") this.plan(target);
      const button = type === "click" && target.closest("[data-act]");
      if (button) this[button.dataset.act](button);
    }

    /** What the device remembers, into the form. */
    read() {
      if (this.lost) return; // what is answered stands on the page alone
      for (const each of this.statements) {
        const { level, plan } = pandu.get(each.record) || {};
        Object.assign(each, { level, plan });
        for (const input of each.place.querySelectorAll("input")) input.checked = level !== undefined && input.value === said(level);
      }
      this.show();
    }

    keep(statements) {
      const changes = statements.map(({ record, level, plan }) => [record, level === undefined ? undefined : { level, plan }]);
      this.lost = !pandu.set(changes);
      this.querySelector("[data-forgets]").hidden = !this.lost;
    }

    answer(input) {
      const each = this.statements.find(({ key }) => key === input.name);
      each.level = levelOf(input.value);
      this.keep([each]);
      this.show();
    }

    show() {
      const answered = this.statements.filter(({ level }) => level !== undefined).length;
      this.querySelector(".assessment__count").value = pandu.fill(this.dataset.saidAnswered, { answered, all: this.statements.length });
      this.draw();
      this.order();
    }

    /** The average of an area, from what counts in it. */
    score(area) {
      const levels = this.statements.filter((each) => each.area === area && Number.isInteger(each.level)).map(({ level }) => level);
      return levels.length ? levels.reduce((sum, level) => sum + level) / levels.length : undefined;
    }

    draw() {
      const lang = document.documentElement.lang;
      const cells = this.querySelectorAll(".assessment__picture td");
      const axes = this.querySelectorAll(".radar__axis");
      const scores = this.areas.map((area) => this.score(area));
      scores.forEach((score, at) => {
        const average = score === undefined ? "" : score.toLocaleString(lang, { maximumFractionDigits: 1 });
        cells[at].textContent = average && pandu.fill(this.dataset.saidAverage, { score: average });
      });
      const isDrawn = scores.some((score) => score !== undefined);
      const points = isDrawn ? scores.map((score, at) => spot(axes[at], (score || 0) / MOST)) : [];
      this.querySelector(".radar__shape").setAttribute("points", points.join(" "));
    }

    /** What does not hold yet, the most urgent first; what is being written stays where it is. */
    order() {
      const open = this.statements.filter(({ level, plan }) => plan || (Number.isInteger(level) && level < MOST));
      open.sort((one, other) => urgency(one) - urgency(other) || (one.level || 0) - (other.level || 0));
      for (const each of this.statements) {
        const goal = this.goals.get(each.key);
        if (goal && !open.includes(each)) goal.remove();
      }
      for (const each of open) {
        const goal = this.goal(each);
        if (!goal.contains(document.activeElement)) this.fill(goal, each);
      }
      const wanted = open.map((each) => this.goal(each));
      if (wanted.some((goal, at) => this.list.children[at] !== goal)) this.list.append(...wanted);
      this.querySelector(".assessment__none").hidden = open.length > 0 || this.statements.every(({ level }) => level === undefined);
    }

    goal(each) {
      if (!this.goals.has(each.key)) {
        const goal = this.querySelector("template").content.firstElementChild.cloneNode(true);
        goal.dataset.key = each.key;
        goal.querySelector("span").textContent = each.place.dataset.goal;
        this.goals.set(each.key, goal);
      }
      return this.goals.get(each.key);
    }

    fill(goal, each) {
      const step = each.place.querySelector(":checked");
      const parts = [
        each.area.firstElementChild.textContent.replace(/^\d+\. /, ""),
        ...(step ? [pandu.fill(this.dataset.saidAnswer, { step: step.parentElement.textContent.trim() })] : []),
        ...(each.law ? [this.dataset.saidLaw] : []),
      ];
      const guide = each.area.querySelector(".assessment__guide a");
      const why = goal.querySelector(".plan__why");
      why.textContent = parts.join(" · ");
      if (guide) why.append(" · ", Object.assign(document.createElement("a"), { href: guide.href, textContent: this.dataset.saidWhy }));
      goal.querySelector("input").checked = Boolean(each.plan);
      const fields = goal.querySelector(".plan__fields");
      fields.hidden = !each.plan;
      for (const [name, value] of Object.entries(each.plan || {})) {
        const field = fields.querySelector(`[name=${name}]`);
        if (field) field.value = value;
      }
    }

    /** A goal was chosen, left, or written on. */
    plan(field) {
      const goal = field.closest(".plan");
      const each = goal && this.statements.find(({ key }) => key === goal.dataset.key);
      if (!each) return;
      if (field.type === "checkbox") {
        const { goal: what, done, weeks } = each.place.dataset;
        each.plan = field.checked ? { goal: what, done, who: "", day: dayIn(weeks), priority: String(urgency(each)) } : undefined;
        this.fill(goal, each);
      } else each.plan = Object.assign({}, each.plan, { [field.name]: field.value });
      this.keep([each]);
    }

    get planned() {
      const chosen = this.statements.filter(({ plan }) => plan);
      return chosen.sort((one, other) => one.plan.priority - other.plan.priority || one.plan.day.localeCompare(other.plan.day));
    }

    urgent({ plan }) {
      return this.querySelector("template").content.querySelector(`option[value="${plan.priority}"]`).textContent;
    }

    /** The roadmap as a table, for paper. */
    sheet() {
      const old = this.querySelector(".assessment__sheet");
      const table = Object.assign(document.createElement("table"), { className: "assessment__sheet" });
      const row = (cells, name) => {
        const line = document.createElement("tr");
        line.append(...cells.map((textContent) => Object.assign(document.createElement(name), { textContent })));
        return line;
      };
      const rows = this.planned.map((each) => [each.plan.goal, each.plan.done, each.plan.who, each.plan.day && pandu.said(each.plan.day), this.urgent(each)]);
      table.append(row(this.dataset.head.split("|").slice(3), "th"), ...rows.map((cells) => row(cells, "td")));
      if (old) old.replaceWith(table);
      else this.list.after(table);
      this.toggleAttribute("data-planned", rows.length > 0);
    }

    print(button) {
      this.toggleAttribute("data-blank", "blank" in button.dataset);
      window.print();
    }

    table() {
      const rows = this.statements.map((each) => {
        const step = each.place.querySelector(":checked");
        const { goal = "", done = "", who = "", day = "" } = each.plan || {};
        const area = each.area.firstElementChild.textContent;
        return [area, each.text, step ? step.parentElement.textContent.trim() : "", goal, done, who, day, each.plan ? this.urgent(each) : ""];
      });
      pandu.download(pandu.file(".csv"), "text/csv", pandu.csv([this.dataset.head.split("|"), ...rows], document.documentElement.lang));
    }

    calendar() {
      const page = this.address;
      const dated = this.planned.filter(({ plan }) => plan.day);
      if (!dated.length) return this.say(this.dataset.saidNoGoal);
      this.say("");
      const events = dated.map(({ key, record, plan }) => ({
        record,
        day: plan.day,
        rules: [],
        summary: plan.goal,
        about: [plan.done, plan.who].filter(Boolean).join("\n"),
        address: `${page}#${key}`,
      }));
      pandu.download(pandu.file(".ics"), "text/calendar", pandu.calendar(events, document.documentElement.lang));
    }

    get address() {
      return (document.querySelector("[rel=canonical]") || location).href.split("#")[0]; // by which everybody reaches it
    }

    say(words) {
      this.querySelector(".assessment__along > output").value = words;
    }

    /** A link with the answers by the key of their statement; no goal, and no name, goes along. */
    share() {
      const answers = this.statements.filter(({ level }) => level !== undefined).map(({ key, level }) => [key, said(level)]);
      if (!answers.length) return this.say(this.dataset.saidNone);
      const hash = `#${new URLSearchParams(answers)}`;
      const show = () => {
        history.replaceState(null, "", hash);
        this.say(this.address + hash);
      };
      if (!navigator.clipboard) return show(); // an old browser, or a page that came without https
      navigator.clipboard.writeText(this.address + hash).then(() => this.say(this.dataset.saidCopied), show);
    }

    /** Of a link that carries answers: those that are other than the reader's own. Nothing is taken over unasked. */
    ask() {
      const carried = new URLSearchParams(location.hash.slice(1));
      this.fresh = this.statements
        .filter(({ key }) => /^[0-3x]$/.test(carried.get(key)))
        .map((each) => ({ each, level: levelOf(carried.get(each.key)) }))
        .filter(({ each, level }) => each.level !== level);
      const output = this.brought.querySelector("output");
      this.brought.hidden = !this.fresh.length;
      output.value = this.fresh.length ? pandu.fill(output.dataset.said, { count: this.fresh.length }) : "";
    }

    use() {
      for (const { each, level } of this.fresh) each.level = level;
      this.keep(this.fresh.map(({ each }) => each));
      if (!this.lost) this.read();
      else this.show();
      this.leave();
    }

    leave() {
      history.replaceState(null, "", location.pathname + location.search);
      this.ask();
      this.form.querySelector("input").focus(); // the buttons are gone
    }

    /** Forgets the answers and the goals, of this page alone. */
    again() {
      for (const each of this.statements) each.level = each.plan = undefined;
      this.keep(this.statements);
      this.form.reset();
      this.show();
      this.form.querySelector("input").focus();
    }
  }

  customElements.define("self-assessment", SelfAssessment);
}
