import { html, useEffect, useRef } from '../html.js';

/** Endpoint, model, temperature and system prompt of the next questions. */
export function Settings({ store, open, onClose }) {
  const dialog = useRef();
  useEffect(() => {
    if (open && !dialog.current.open) dialog.current.showModal();
  }, [open]);
  const { choice } = store;
  const set = (name) => (event) => choice.choose({ [name]: event.target.value });
  const models = choice.models[choice.endpoint] ?? [];
  return html`<dialog ref=${dialog} aria-labelledby="settings-title" onClose=${onClose}>
    <form method="dialog">
      <h2 id="settings-title">What is asked, and how</h2>
      <label>Endpoint
        <select value=${choice.endpoint} onChange=${(event) => choice.choose({ endpoint: event.target.value, model: '' })}>
          ${store.about.endpoints.map((each) => html`<option value=${each.name}>${each.name}</option>`)}
        </select></label>
      <label>Model
        <input list="models" value=${choice.values.model ?? ''} placeholder=${models[0] ?? 'its name'} onChange=${set('model')} autocomplete="off" />
      </label>
      <datalist id="models">${models.map((id) => html`<option value=${id} />`)}</datalist>
      ${choice.error && models.length === 0 && html`<p class="muted">No list of models: ${choice.error}</p>`}
      <label>Temperature
        <input type="number" min="0" max="2" step="0.1" value=${choice.values.temperature ?? ''} placeholder="as the model has it" onChange=${set('temperature')} />
      </label>
      <label>System prompt
        <textarea rows="4" value=${choice.values.system ?? ''} onChange=${set('system')}></textarea></label>
      <p class="muted">They hold for new conversations in this tab.</p>
      <p class="row end"><button class="primary">Done</button></p>
    </form>
  </dialog>`;
}
