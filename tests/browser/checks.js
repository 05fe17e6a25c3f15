// What a person with gloves and thirty seconds would stumble over, measured in the page.
globalThis.checks = {
  // On a telephone the page's own part scrolls, between the header and the bar of pages.
  sidewaysScroll: () =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll("#app, main")].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    ),

  // What can't be pressed or changed, and doesn't say why beside it.
  silentControls() {
    // A hidden input's label is what is seen, with its words.
    const controls = document.querySelectorAll(
      ":is(button, select, input:not(.visually-hidden)):disabled",
    );
    const saysWhy = (control) => {
      const describer = control.closest("[aria-describedby]");
      const reason =
        control.closest("label")?.querySelector(".why-not") ??
        document.getElementById(describer?.getAttribute("aria-describedby"));
      return reason?.textContent.trim() && reason.getClientRects().length;
    };
    return [...controls]
      .filter((control) => control.getClientRects().length && !saysWhy(control))
      .map((control) => control.outerHTML.slice(0, 120));
  },

  smallTargets(smallest) {
    const targets = document.querySelectorAll(
      "button, select, input:not(.visually-hidden), a.button, nav a",
    );
    return [...targets]
      .filter((target) => target.getClientRects().length)
      .map((target) => [target.outerHTML.slice(0, 120), target.getBoundingClientRect()])
      .filter(([, box]) => box.height < smallest || box.width < smallest)
      .map(([text, box]) => `${Math.round(box.width)}x${Math.round(box.height)} ${text}`);
  },

  // Contrast of WCAG 2.2 (1.4.3) of each text against the nearest opaque background.
  faintTexts(least) {
    const channels = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (color) => {
      const [r, g, b] = channels(color)
        .map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const color = getComputedStyle(at).backgroundColor;
        const [, , , alpha = 1] = channels(color);
        if (alpha === 1) return color;
      }
      return "rgb(255, 255, 255)";
    };
    const faint = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (!texts.currentNode.data.trim() || !element.getClientRects().length) continue;
      // Pictures are behind these, and what is disabled is exempt.
      if (element.closest("svg, .stage, .visually-hidden, option, :disabled")) continue;
      const [high, low] = [
        luminance(getComputedStyle(element).color),
        luminance(ground(element)),
      ].sort((a, b) => b - a);
      const contrast = (high + 0.05) / (low + 0.05);
      if (contrast < least)
        faint.push(`${contrast.toFixed(2)} ${element.textContent.trim().slice(0, 60)}`);
    }
    return faint;
  },
};
