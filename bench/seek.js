// Notes when the first result of a search can be seen.
{
  const seen = (each) => {
    const { width, height, top, bottom } = each.getBoundingClientRect();
    return width && height && bottom > 0 && top < innerHeight && each.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const look = () => {
    if ([...document.querySelectorAll(RESULT)].some(seen)) requestAnimationFrame(() => (window.benchFound = Date.now())); // it has been drawn
    else requestAnimationFrame(look);
  };
  look();
}
