{
  /** A day as the site says it in a language: "2026-11-26" is 26 November 2026. */
  pandu.said = (day, lang = document.documentElement.lang) =>
    ["day", "month", "year"].map((part) => new Date(day).toLocaleDateString(lang, { [part]: part === "month" ? "long" : "numeric", timeZone: "UTC" })).join(" ");
}
