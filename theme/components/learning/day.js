{
  /** A day as the site says it in a language: "2026-11-26" is 26 November 2026; no line ends after the 26. */
  pandu.said = (day, lang = document.documentElement.lang, month = "long") => {
    const part = (options) => new Date(day).toLocaleDateString(lang, Object.assign({ timeZone: "UTC" }, options));
    return `${part({ day: "numeric" })}\u00a0${part({ month })} ${part({ year: "numeric" })}`;
  };
}
