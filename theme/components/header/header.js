{
  /** "/" leads to the search, as in many places of the web, unless the reader is writing or has turned it off there. Escape closes the menu. */
  addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (key === "Escape" && location.hash === "#menu") location.hash = "main", document.querySelector(".header__open").focus();
    if (key !== "/" || ctrlKey || metaKey || altKey || target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return;
    const way = document.querySelector("site-search input") || document.querySelector(".header__search");
    if (!way || pandu.get("search/slash") === false) return;
    event.preventDefault();
    way.focus();
    if (way.href) way.click();
  });
}
