import { html, type TemplateResult } from 'lit-html'
import { configuration } from '../configuration.ts'
import { type AnswerToKeep, sendAnswer } from '../data/send-answer.ts'
import { askAgain } from '../data/store.ts'
import { FitScore, type NamedFit } from '../fit-score/fit-score.element.ts'
import { renderFitHeader } from '../fit-score/render-fit.ts'
import { describeGauge } from '../fit-score/verdict.ts'
import { say, type Text } from '../language/say.ts'
import { nearestSetting } from '../surroundings/surroundings.ts'
import type { ScorecardFit } from './scorecard.graphql.ts'
import { scorecardStyles } from './scorecard.styles.ts'
import { scorecardTexts as texts } from './scorecard.texts.ts'

/**
 * The open criteria of a scorecard for one customer: a seller chooses an answer, and it is kept at once.
 *
 * @tagname pk-scorecard
 * @attr {string} customer - The customer's id.
 * @attr {string} scorecard - The scorecard's slug.
 * @attr {string} token - An embed token that names the customer and says `answers`. On the API's own pages: the session.
 *
 * @event {CustomEvent<LoadDetail>} pk-answer - An answer was kept (`ANSWERED`).
 * @event {CustomEvent<LoadDetail>} pk-error - It could not be shown, or an answer was not kept (`ANSWER`); `detail` says
 *   why.
 *
 * @csspart scorecard - The line that names scorecard and revision.
 * @csspart name - The heading.
 * @csspart points - The points so far, in words.
 * @csspart criterion - One criterion with its choices and note.
 * @csspart status - Whether the last answer was kept.
 */
export class Scorecard extends FitScore {
  static override readonly styles = [scorecardStyles]
  protected override readonly question = 'scorecard'
  #status: Text | undefined
  /** Answers are kept one after the other, so that the last one chosen is the one that stands. */
  #turn: Promise<void> = Promise.resolve()

  protected override renderContent(content: NamedFit): TemplateResult {
    const { locale, level } = this
    const { name, fit } = content
    const { criteria, scorecard } = fit as unknown as ScorecardFit
    const open = scorecard.criteria.filter(({ kind }) => kind === 'ANSWER')
    return html`<article class="stack card" aria-labelledby="name">${renderFitHeader({ name, fit, locale, level })}<p part="points">${describeGauge(fit, locale)}</p>${
      open.length > 0 ? '' : html`<p class="muted">${say(locale, texts.nothing)}</p>`
    }${open.map(({ key, question, choices }) => {
      const criterion = criteria.find((one) => one.key === key)
      const known = criterion?.points ?? null
      const chosen = known === null ? null : Math.round(known / (criterion?.weight || 1))
      const keep = (event: Event) => this.#keep(scorecard.id, key, event)
      return html`<fieldset class="stack" part="criterion" @change=${keep}><legend>${question ?? criterion?.label}</legend><div>${[
        null,
        0,
        1,
        2,
      ].map(
        (points) =>
          html`<label class="choice"><input type="radio" name=${key} value=${points ?? ''} .checked=${points === chosen} />${points === null ? say(locale, texts.unsure) : (choices?.[points] ?? points)}</label>`,
      )}</div><label class="stack small muted">${say(locale, texts.note)}<input type="text" maxlength="2000" .value=${criterion?.note ?? ''} /></label></fieldset>`
    })}<p role="status" part="status" class="small">${this.#status ? say(locale, this.#status) : ''}</p><slot name="footer"></slot></article>`
  }

  /** Keeps what is chosen, with its note. */
  #keep(scorecard: string, criterion: string, { currentTarget }: Event): void {
    const fields = currentTarget as HTMLFieldSetElement
    const value = fields.querySelector<HTMLInputElement>(':checked')?.value
    const note = fields.querySelector<HTMLInputElement>('[type=text]')?.value ?? ''
    if (!value && note) {
      this.#tellStatus(texts.choose)
      return
    }
    this.#tellStatus(texts.saving)
    const points = value ? Number(value) : null
    const { customer } = this
    this.#turn = this.#turn.then(() => this.#send({ scorecard, customer, criterion, points, note }))
  }

  /** Sends an answer; the fit follows, here and beside. */
  async #send(answer: AnswerToKeep): Promise<void> {
    const api = nearestSetting(this, 'api') ?? configuration().api ?? ''
    const token = nearestSetting(this, 'token')
    const problem = await sendAnswer(api, token, answer)
    this.#tellStatus(problem ? texts.failed : texts.saved)
    if (problem) this.tell('error', 'ANSWER', problem)
    else {
      this.tell('answer', 'ANSWERED', 'The answer was kept.')
      askAgain(answer.customer ?? '')
      void this.reload()
    }
  }

  #tellStatus(text: Text): void {
    this.#status = text
    this.requestUpdate()
  }
}
