{
  /** When a task is due, where that comes again. */
  const again = (box) => box.nextElementSibling.querySelector("[data-due^=monthly], [data-due^=yearly]");

  const turn = (box) => pandu.due.turn(again(box).dataset.due, pandu.get(box.dataset.record));

  /** What is remembered of a box from now on. Of what comes again it is the day, with the one before, to which a tick that is taken back returns. */
  const kept = (box) => {
    if (!again(box)) return box.checked || undefined;
    const record = pandu.get(box.dataset.record);
    const { ticked, last } = turn(box);
    if (ticked === box.checked) return record;
    if (box.checked) return { day: pandu.due.today(), before: last || undefined };
    return record.before ? { day: record.before } : undefined;
  };

  /** <checklist-form>: keeps the ticks on the device, under keys that every language shares, and counts them. */
  class ChecklistForm extends HTMLElement {
    connectedCallback() {
      this.boxes = [...this.querySelectorAll("[data-record]")].filter((box) => box.closest("checklist-form") === this);
      this.progress = this.querySelector(".checklist__progress");
      this.addEventListener("change", this);
      for (const type of ["storage", "pageshow", "visibilitychange"]) addEventListener(type, this); // another tab ticked; a day has passed
      if (this.progress) this.progress.addEventListener("click", this);
      this.show();
    }

    handleEvent({ type, target }) {
      if (type === "change") this.keep([target].filter((box) => this.boxes.includes(box)));
      else if (type !== "click") this.show();
      else if (target.closest("button")) this.clear();
    }

    show() {
      if (this.lost) return; // what is ticked stands on the page alone
      const old = this.boxes.filter((box) => again(box) && pandu.get(box.dataset.record) === true); // ticked before days were kept
      if (old.length) pandu.set(old.map((box) => [box.dataset.record, { seen: pandu.due.today() }]));
      for (const box of this.boxes) box.checked = again(box) ? turn(box).ticked : Boolean(pandu.get(box.dataset.record));
      this.count();
    }

    clear() {
      for (const box of this.boxes) box.checked = false;
      this.keep(this.boxes);
      this.boxes[0].focus(); // the button can't be pressed any more
    }

    keep(boxes) {
      this.lost = !pandu.set(boxes.map((box) => [box.dataset.record, kept(box)]));
      const hint = this.querySelector("[data-forgets]");
      if (hint) hint.hidden = !this.lost;
      this.count();
    }

    count() {
      for (const box of this.boxes) if (again(box)) this.say(box);
      if (!this.progress) return;
      const [bar, output, button] = this.progress.children;
      const done = this.boxes.filter((box) => box.checked).length;
      bar.max = this.boxes.length || 1;
      bar.value = done;
      button.disabled = !done;
      const words = pandu.fill(this.progress.dataset.done, { done, all: this.boxes.length });
      if (output.value !== words) output.value = words;
    }

    /** Says of what comes again on which day that is, and when it was done. */
    say(box) {
      const due = again(box);
      const { next, last } = turn(box);
      const days = [[this.dataset.saidNext, next], [this.dataset.saidLast, last]].filter(([, day]) => day);
      const place = due.querySelector("span") || due.appendChild(document.createElement("span"));
      place.dataset.turn = "";
      place.textContent = days.map(([words, day]) => `. ${pandu.fill(words, { day: pandu.said(day, due.closest("[lang]").lang) })}`).join("");
    }
  }

  customElements.define("checklist-form", ChecklistForm);
}
