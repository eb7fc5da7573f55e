"""How well the letters of a page stand out, reckoned as WCAG 2.2 reckons it, letters in drawings included."""

from playwright.sync_api import Page

PALE = """least => {
  const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const parts = colour => {
    brush.clearRect(0, 0, 1, 1); brush.fillStyle = colour; brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map(one => one / 255)
    .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = one => {
    for (let at = one; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255 && !(at instanceof SVGElement)) return colour;
    }
    return [255, 255, 255, 255];
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  return [...document.querySelectorAll('.slide.now *, body.presenter *, #panel *')]
    .filter(one => one.checkVisibility({ visibilityProperty: true }))
    .filter(one => !['STYLE', 'SCRIPT', 'title'].includes(one.tagName))
    .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && /[\\p{L}\\d]/u.test(node.data)))
    .map(one => [one, getComputedStyle(one)[one instanceof SVGElement ? 'fill' : 'color']])
    .map(([one, colour]) => [ratio(parts(colour), behind(one)), one.textContent.trim().slice(0, 40)])
    .filter(([found]) => found < least);
}"""
LEAST = 4.5


def pale(page: Page) -> list[tuple[float, str]]:
    """The texts that are seen and stand out less than they must, each with its contrast."""
    return page.evaluate(PALE, LEAST)
