export const scorecardStyles = {
  css: `
fieldset { min-inline-size: 0; border: 0; border-block-start: 1px solid var(--_border); padding-block-start: .85rem }
legend { float: inline-start; inline-size: 100%; font-weight: 600 }
.choice { display: flex; gap: .6rem; align-items: center; min-block-size: 2.25rem }
input { accent-color: var(--_accent); font: inherit; color: inherit }
[type=radio] { flex: none; inline-size: 1.25rem; block-size: 1.25rem }
[type=text] { inline-size: 100%; max-inline-size: 30rem; padding: .5rem .75rem; background: none; border: 1px solid var(--_muted); border-radius: .3rem }
`,
}
