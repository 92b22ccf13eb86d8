{
  const repeats = (due) => {
    const [kind, value] = due.split(" ");
    if (kind === "monthly") return [`RRULE:FREQ=MONTHLY;BYMONTHDAY=${value === "last" ? -1 : value}`];
    return kind === "yearly" ? ["RRULE:FREQ=YEARLY"] : [];
  };

  /** The words of an element, without those of some inside it and what these leave behind. */
  const words = (element, without) => {
    if (!element) return "";
    const copy = element.cloneNode(true);
    for (const each of copy.querySelectorAll(without)) each.remove();
    return copy.textContent.replace(/\s+/g, " ").replace(/[\s;]+(?=[.,:!?]|$)/g, "").trim();
  };

  const key = (box) => box.dataset.record.split("/").pop();

  /** <checklist-tools>: around a list, what its reader takes along. A button's `data-tool` is the method that it calls. */
  class ChecklistTools extends HTMLElement {
    connectedCallback() {
      this.list = this.querySelector("checklist-form");
      this.start = this.querySelector("[type=date]");
      this.brought = this.querySelector(".tools__brought");
      this.boxes = [...this.list.querySelectorAll("[data-record]")];
      this.lang = this.list.closest("[lang]").lang;
      for (const each of this.querySelectorAll(".tools, .tools__start, [data-tool]")) each.hidden = false; // without us they would do nothing
      for (const type of ["click", "change"]) this.addEventListener(type, this);
      for (const type of ["storage", "hashchange", "afterprint"]) addEventListener(type, this);
      customElements.whenDefined("checklist-form").then(() => this.begin());
    }

    /** Once the whole script is there, and the ticks are the reader's own. */
    begin() {
      this.handleEvent({ type: "storage" });
      this.ask();
    }

    handleEvent({ type, target }) {
      if (type === "hashchange") this.ask();
      if (type === "afterprint") this.removeAttribute("data-blank");
      if (type === "change" && target === this.start) this.list.querySelector("[data-forgets]").hidden = pandu.set([[this.name, this.from || undefined]]);
      if (type === "storage" && this.start) this.start.value = pandu.get(this.name) || "";
      if (type === "storage" || target === this.start) this.count();
      const button = type === "click" && target.closest("[data-tool]");
      if (button) this[button.dataset.tool](button);
    }

    get name() {
      return this.boxes[0].dataset.record.replace(/[^/]+$/, "_start");
    }

    get from() {
      return this.start && this.start.validity.valid ? this.start.value : "";
    }

    /** Says beside what counts from the reader's start on which day it ends. */
    count() {
      for (const due of this.list.querySelectorAll("[data-due^='+']")) {
        const day = pandu.due.upcoming(due.dataset.due, "", this.from);
        const place = due.querySelector("span") || due.appendChild(document.createElement("span"));
        place.textContent = day && `: ${pandu.said(day, this.lang)}`;
      }
    }

    items() {
      const found = [];
      let section = "";
      for (const each of this.list.querySelectorAll("h2, h3, [data-record]")) {
        if (each.dataset.record) {
          const label = each.nextElementSibling;
          const when = label.querySelector("[data-due]");
          const due = when ? when.dataset.due : "";
          found.push({
            section,
            due,
            box: each,
            record: each.dataset.record,
            label: words(label, ".cite, .mark, [data-due]"),
            why: words(each.closest(".task").querySelector(":scope > div"), ".task"),
            when: words(when, "[data-turn]"),
            again: pandu.due.again(due),
            day: due && this.next(due, each.dataset.record),
          });
        } else section = each.id;
      }
      return found;
    }

    /** The day on which it has to be done, or done again. */
    next(due, record) {
      if (pandu.due.again(due)) return pandu.due.turn(due, pandu.get(record)).next;
      return pandu.due.upcoming(due, pandu.due.today(), this.from);
    }

    get address() {
      return (document.querySelector("[rel=canonical]") || location).href.split("#")[0]; // by which everybody reaches it
    }

    say(said) {
      this.querySelector(".tools > output").value = said;
    }

    /** Of a link that carries ticks: what is new on it, and still an item. Nothing is added unasked. */
    ask() {
      const [, carried] = location.hash.match(/^#ticked=([a-z0-9.-]+)$/) || [];
      const keys = carried ? carried.split(".") : [];
      this.fresh = this.boxes.filter((box) => keys.includes(key(box)) && !box.checked);
      const output = this.brought.querySelector("output");
      this.brought.hidden = !this.fresh.length;
      output.value = this.fresh.length ? pandu.fill(output.dataset.said, { count: this.fresh.length }) : "";
    }

    add() {
      for (const box of this.fresh) box.checked = true;
      this.list.keep(this.fresh);
      this.list.count();
      this.leave();
    }

    leave() {
      history.replaceState(null, "", location.pathname + location.search);
      this.ask();
      this.boxes[0].focus(); // the buttons are gone
    }

    share({ dataset }) {
      const ticked = this.boxes.filter((box) => box.checked).map(key);
      if (!ticked.length) return this.say(dataset.saidNone);
      const hash = `#ticked=${ticked.join(".")}`;
      const url = this.address + hash;
      if (navigator.share) return navigator.share({ title: document.querySelector("h1").textContent, url }).catch(() => {}); // they changed their mind
      const show = () => {
        location.hash = hash;
        this.say(dataset.saidAddress);
      };
      if (!navigator.clipboard) return show(); // an old browser, or a page that came without https
      navigator.clipboard.writeText(url).then(() => this.say(dataset.saidCopied), show);
    }

    print(button) {
      this.toggleAttribute("data-blank", "blank" in button.dataset);
      window.print();
    }

    calendar({ dataset }) {
      const open = this.items().filter((item) => item.due && (item.again || !item.box.checked)); // what comes again is open on its next day
      if (!this.from && open.some((item) => item.due[0] === "+")) {
        this.say(dataset.saidStart);
        return this.start.focus();
      }
      const ahead = open.filter((item) => item.day);
      if (!ahead.length) return this.say(dataset.saidNone);
      this.say("");
      const page = this.address;
      const events = ahead.map((item) => ({
        record: item.record,
        day: item.day,
        rules: repeats(item.due),
        summary: item.label,
        about: `${item.when}.`,
        address: page + (item.section && `#${item.section}`),
      }));
      pandu.download(pandu.file(".ics"), "text/calendar", pandu.calendar(events, this.lang));
    }

    table({ dataset }) {
      const said = dataset.words.split("|");
      const [yes, no] = said.splice(5);
      const rows = this.items().map((item) => [key(item.box), item.label, item.why, item.when, item.box.checked ? yes : no]);
      pandu.download(pandu.file(".csv"), "text/csv", pandu.csv([said, ...rows], this.lang));
    }
  }

  customElements.define("checklist-tools", ChecklistTools);
}
