{
  /** <checklist-form>: keeps the ticks on the device, under keys that every language shares, and counts them. */
  class ChecklistForm extends HTMLElement {
    connectedCallback() {
      this.boxes = [...this.querySelectorAll("[data-record]")].filter((box) => box.closest("checklist-form") === this);
      this.progress = this.querySelector(".checklist__progress");
      this.addEventListener("change", this);
      addEventListener("storage", this); // another tab ticked
      if (this.progress) this.progress.addEventListener("click", this);
      this.handleEvent({ type: "storage" });
    }

    handleEvent(event) {
      if (event.type === "change") this.keep([event.target].filter((box) => this.boxes.includes(box)));
      if (event.type === "click" && event.target.closest("button")) this.clear();
      if (event.type === "storage") for (const box of this.boxes) box.checked = pandu.get(box.dataset.record) === true;
      if (this.progress) this.count();
    }

    clear() {
      for (const box of this.boxes) box.checked = false;
      this.keep(this.boxes);
      this.boxes[0].focus(); // the button can't be pressed any more
    }

    keep(boxes) {
      const kept = pandu.set(boxes.map((box) => [box.dataset.record, box.checked || undefined]));
      const hint = this.querySelector("[data-forgets]");
      if (hint) hint.hidden = kept;
    }

    count() {
      const [bar, output, button] = this.progress.children;
      const done = this.boxes.filter((box) => box.checked).length;
      bar.max = this.boxes.length || 1;
      bar.value = done;
      button.disabled = !done;
      const words = pandu.fill(this.progress.dataset.done, { done, all: this.boxes.length });
      if (output.value !== words) output.value = words;
    }
  }

  customElements.define("checklist-form", ChecklistForm);
}
