// A reader who answers the first question as soon as the page lets them: from the choice to the verdict.
{
  const start = Date.now();
  let chosen = 0;
  const act = () => {
    const form = document.querySelector("quiz-form form");
    const choice = form && form.querySelector("input[type=radio]");
    const button = form && form.querySelector("button");
    if (choice && !choice.checked && button) (choice.click(), (chosen = Date.now()));
    if (button && chosen && !button.hidden && !button.disabled) button.click();
    const said = form && form.querySelector("output");
    if (said && said.textContent.trim()) requestAnimationFrame(() => (window.benchAnswer = { chosen: Date.now() - chosen, start: Date.now() - start }));
    else requestAnimationFrame(act);
  };
  act();
}
