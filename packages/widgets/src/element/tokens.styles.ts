import { css } from 'lit'

/**
 * The design tokens: the page's `--pk-*` where it sets them, ours otherwise. Light or dark follows the page's own
 * `color-scheme`, so a page that is only light stays light on a dark desktop.
 */
export const tokenStyles = css`
  :host {
    --_surface: var(--pk-surface, light-dark(#fffefb, #161d1f));
    --_text: var(--pk-text, light-dark(#1c282c, #e9eeec));
    --_muted: var(--pk-muted, light-dark(#526066, #a5b3b3));
    --_border: var(--pk-border, light-dark(#dcded7, #34413f));
    --_accent: var(--pk-accent, light-dark(#1c5f58, #8fd3c4));
    --_warn: light-dark(#8f3d12, #f0b48d);
    --_radius: var(--pk-radius, 0.75rem);
    --_padding: var(--pk-padding, clamp(1rem, 5cqi, 2.25rem));
    --_font: var(--pk-font, inherit);
    --_serif: ui-serif, 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Source Serif 4', Georgia, 'Liberation Serif', serif;
    --_heading: var(--pk-font-heading, var(--_serif));
    --_tint: color-mix(in oklab, var(--_accent) 9%, var(--_surface));
  }
  @media (forced-colors: active) {
    :host {
      --_surface: Canvas;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_border: CanvasText;
      --_accent: CanvasText;
      --_warn: CanvasText;
      --_tint: Canvas;
    }
  }
  @media print {
    :host {
      color-scheme: light;
      --_surface: #fff;
      --_tint: #fff;
    }
  }
`
