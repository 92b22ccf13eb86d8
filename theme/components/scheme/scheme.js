{
  const KEY = "setting/scheme";
  const NEXT = { auto: "light", light: "dark", dark: "auto" };
  const root = document.documentElement;
  const bars = [...document.querySelectorAll("meta[name=theme-color]")]; // of light, of dark
  const colours = bars.map((bar) => bar.content);
  let unkept; // what was chosen where the device keeps nothing

  /** What the reader chose, or "auto". */
  const chosen = () => {
    const scheme = unkept || pandu.get(KEY);
    return scheme in NEXT ? scheme : "auto";
  };

  /** The page and the browser's bar take it on. */
  const apply = () => {
    const scheme = chosen();
    root.dataset.scheme = scheme; // "auto" is what no style knows
    bars.forEach((bar, at) => (bar.content = colours[{ auto: at, light: 0, dark: 1 }[scheme]]));
  };

  /** <scheme-switch>: a button that says which colours the page has, and changes to the next. */
  class SchemeSwitch extends HTMLElement {
    connectedCallback() {
      this.button = this.appendChild(document.createElement("button"));
      this.button.type = "button";
      this.addEventListener("click", this);
      addEventListener("storage", this); // another tab chose
      this.handleEvent({});
    }

    handleEvent({ type }) {
      if (type === "click") {
        const next = NEXT[chosen()];
        unkept = pandu.set([[KEY, next === "auto" ? undefined : next]]) ? undefined : next;
      }
      apply();
      this.button.textContent = this.button.title = this.dataset[chosen()];
    }
  }

  apply();
  customElements.define("scheme-switch", SchemeSwitch);
}
