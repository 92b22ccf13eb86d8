{
  /** Buttons that move a thing up and down; the numbers follow, and can be given by hand as before. */
  for (const order of document.querySelectorAll(".quiz__order")) {
    const rows = () => [...order.children];
    const number = () => rows().forEach((row, at) => (row.querySelector("select").value = at + 1));
    for (const row of rows()) {
      for (const [words, sign, step] of [[order.dataset.up, "↑", -1], [order.dataset.down, "↓", 1]]) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = sign;
        button.setAttribute("aria-label", `${words} ${row.querySelector("span").textContent}`);
        button.onclick = () => {
          const other = rows()[rows().indexOf(row) + step];
          if (other) (step < 0 ? other.before(row) : other.after(row));
          number();
          button.focus(); // it has moved
          row.querySelector("select").dispatchEvent(new Event("change", { bubbles: true }));
        };
        row.append(button);
      }
    }
  }
}
