/**
 * A tool: asks what its rules still ask for, and shows the result of the rule that is met, as plugins/tool/engine.py does.
 * The answers stand in the address, behind #, by the key of their question: no server sees them, and a link carries them.
 */
{
  const EPOCH = 719163; // the first day of 1970, as Python counts days

  const counted = (day) => Date.parse(day) / 864e5 + EPOCH;

  /** The same day of a later month, or that month's last. */
  const monthsAfter = (number, months) => {
    const day = new Date((number - EPOCH) * 864e5);
    const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0));
    last.setUTCDate(Math.min(day.getUTCDate(), last.getUTCDate()));
    return last / 864e5 + EPOCH;
  };

  /** A formula of plugins/tool/formula.py: a tree of lists, sums and names. */
  const value = (tree, known) => {
    if (typeof tree === "string") return known[tree];
    if (typeof tree === "number") return tree;
    const [sign, ...parts] = tree;
    const [first, ...others] = parts.map((part) => value(part, known));
    if (sign === "max") return Math.max(first, ...others);
    if (sign === "months") return monthsAfter(first, others[0]);
    if (sign === "min") return Math.min(first, ...others);
    return others.reduce((sum, other) => (sign === "+" ? sum + other : sign === "-" ? sum - other : sign === "*" ? sum * other : sum / other), first);
  };

  /** In whole units, halves up. */
  pandu.computed = (tree, known) => Math.floor(+value(tree, known).toPrecision(15) + 0.5); // beyond these digits a half may lack a little

  const meets = (condition, answer) =>
    typeof condition[0] === "number" ? answer >= condition[0] && answer < condition[1] : condition.includes(answer);

  /** What is asked next of `order`, or else the result. */
  pandu.decided = (rules, order, answers) => {
    const open = rules.filter(([when]) => Object.keys(when).every((key) => !(key in answers) || meets(when[key], answers[key])));
    const next = order.find((key) => !(key in answers) && open.some(([when]) => key in when));
    return next ? { next } : { result: open.length ? open[0][1] : undefined };
  };

  /** In a lesson of one file the address names a place of the text, and there is nobody to hand it to. */
  const addressed = !("oneFile" in document.documentElement.dataset);

  const sum = (months) => months.reduce((all, month) => all + month, 0);

  class DecisionTool extends HTMLElement {
    connectedCallback() {
      this.rules = JSON.parse(this.dataset.rules);
      this.form = this.querySelector("form");
      this.asked = [...this.form.querySelectorAll("fieldset")];
      this.querySelector(".tool__start").hidden = true;
      this.form.hidden = false;
      this.form.addEventListener("change", (event) => {
        this.last = event.target.closest("fieldset");
        this.answer();
      });
      this.form.addEventListener("focusin", (event) => event.target.closest("fieldset").removeAttribute("data-done"));
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.querySelector("[data-again]").addEventListener("click", () => this.again());
      this.querySelector("[data-print]").addEventListener("click", () => print());
      this.querySelector("[data-share]").addEventListener("click", () => this.share());
      if (addressed) addEventListener("hashchange", () => this.open());
      this.open();
    }

    /** What the address says, into the fields. */
    open() {
      const said = new URLSearchParams(location.hash.slice(1));
      for (const each of this.asked) {
        const given = (said.get(each.dataset.key) || "").split(" ");
        each.querySelectorAll("input").forEach((input, at) => {
          if (input.type === "radio") input.checked = input.value === given[0];
          else if (input.type === "date") input.value = given[0];
          else input.value = /^\d{1,15}$/.test(given[at] || "") ? this.number(+given[at]) : "";
        });
      }
      this.show();
      this.takeAlong();
    }

    number(amount) {
      return new Intl.NumberFormat(this.closest("[lang]").lang).format(amount);
    }

    money(amount) {
      return pandu.fill(this.dataset.money, { amount: this.number(amount) });
    }

    /** What is answered to a question: an option, a sum, twelve sums; nothing where it can't be read. */
    given(each) {
      const inputs = [...each.querySelectorAll("input")];
      if (inputs[0].type === "radio") return (inputs.find((input) => input.checked) || {}).value;
      if (inputs.every((input) => !input.value.trim())) return;
      if (inputs[0].type === "date") return inputs[0].value;
      const isNumber = "number" in each.dataset;
      const read = inputs.map((input) => (input.value.trim() ? Math.round(pandu.amount(input.value, this.dataset.habits)) : 0));
      const fine = read.every((amount) => amount >= 0 && amount < 1e15);
      each.querySelector("output").textContent = !fine ? this.dataset[isNumber ? "saidNoNumber" : "saidUnread"] : isNumber ? "" : this.money(sum(read));
      if (fine) return inputs.length > 1 ? read : read[0];
    }

    answer() {
      const said = this.show();
      if (addressed) history.replaceState(null, "", `#${new URLSearchParams(said)}`);
      this.takeAlong();
    }

    /** The answers are the same in the other language. */
    takeAlong() {
      document.querySelectorAll("[data-twin]").forEach((link) => {
        link.hash = location.hash;
      });
    }

    /** Shows what is asked so far and the result. @returns the answers, as the address carries them */
    show() {
      const answers = {};
      const said = {};
      let months;
      let decided;
      const order = this.asked.map((each) => each.dataset.key);
      for (const each of this.asked) each.hidden = true;
      while ((decided = pandu.decided(this.rules, order, answers)).next) {
        const each = this.asked.find((one) => one.dataset.key === decided.next);
        each.hidden = false;
        const given = this.given(each);
        if (given === undefined) break;
        each.toggleAttribute("data-done", each !== this.last); // shows the chosen option alone, where nothing moves under a finger
        if (Array.isArray(given)) months = given;
        answers[decided.next] = Array.isArray(given) ? sum(given) : each.querySelector("[type=date]") ? counted(given) : given;
        said[decided.next] = [].concat(given).join(" ");
      }
      for (const each of this.querySelectorAll(".tool__result")) {
        each.hidden = each.dataset.key !== decided.result;
        if (!each.hidden) this.compute(each, answers, months);
      }
      for (const bar of this.querySelectorAll(".tool__bar")) this.mark(bar, answers[bar.dataset.key]);
      this.querySelector(".tool__actions").hidden = !Object.keys(said).length;
      for (const each of this.querySelectorAll("[data-share], [data-print]")) each.hidden = !decided.result;
      return said;
    }

    /** Puts the marker of a bar where the answer lies. */
    mark(bar, amount) {
      bar.hidden = amount === undefined;
      for (const part of bar.querySelectorAll("li")) {
        const [low, high] = [Number(part.dataset.low), Number(part.dataset.high)];
        const isHere = amount >= low && amount < high;
        part.toggleAttribute("data-here", isHere);
        if (isHere) part.setAttribute("aria-current", "true");
        else part.removeAttribute("aria-current");
        const share = high < 1e15 ? (amount - low) / (high - low) : 1 - low / amount; // the last has no end
        part.style.setProperty("--at", `${Math.round(100 * share)}%`);
      }
    }

    said(number, unit) {
      if (unit === "rupiah") return this.money(number);
      if (unit === "percent") return `${this.number(number)}%`;
      return pandu.said(new Date((number - EPOCH) * 864e5).toISOString().slice(0, 10));
    }

    compute(result, answers, months) {
      for (const each of result.querySelectorAll("dd[data-formula]")) {
        each.textContent = this.said(pandu.computed(JSON.parse(each.dataset.formula), answers), each.dataset.unit);
      }
      const heads = [...result.querySelectorAll("th[data-formula]")].map((each) => JSON.parse(each.dataset.formula));
      let before = 0;
      result.querySelectorAll(".tool__year tbody tr").forEach((row, at) => {
        const month = months ? months[at] : 0;
        const known = Object.assign({}, answers, { month, before, "so-far": before + month });
        [...row.querySelectorAll("td")].forEach((cell, number) => {
          cell.textContent = this.money(pandu.computed(heads[number], known));
        });
        before += month;
      });
    }

    again() {
      this.form.reset();
      this.last = null;
      this.answer();
      this.form.querySelector("fieldset:not([hidden]) input").focus();
    }

    share() {
      const told = this.querySelector(".tool__actions output");
      navigator.clipboard.writeText(location.href).then(() => (told.textContent = this.dataset.saidCopied), () => (told.textContent = location.href));
    }
  }
  customElements.define("decision-tool", DecisionTool);
}
