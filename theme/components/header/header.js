{
  /** Escape closes the menu and returns to what opened it. */
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || location.hash !== "#menu") return;
    location.hash = "main";
    document.querySelector(".header__open").focus();
  });

  /** "/" leads to the search, as in many places of the web, unless the reader is writing or has turned it off there. */
  addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (key !== "/" || ctrlKey || metaKey || altKey || target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return;
    const way = document.querySelector("site-search input") || document.querySelector(".header__search");
    if (!way || pandu.get("search/slash") === false) return;
    event.preventDefault();
    way.focus();
    if (way.href) way.click();
  });
}
