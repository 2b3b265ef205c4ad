/// <reference lib="dom" />
import { button, byId, type Child, element } from './elements.ts';

/** Buttons beside the title of a dialog. */
export interface DialogButton {
  readonly words: string;
  readonly act: () => void;
  readonly isOff?: boolean;
}

const dialog = (): HTMLDialogElement => byId<HTMLDialogElement>('dialog');

/** Shows something over the page; Esc or its button closes it, and the focus goes back to where it was. */
export function openDialog(title: string, contents: Child, buttons: readonly DialogButton[] = []): void {
  const box = dialog();
  const close = button('Close', { class: 'plain', 'data-close': '' }, () => box.close());
  const others = buttons.map(({ words, act, isOff }) =>
    button(words, { class: 'plain', disabled: isOff === true }, act),
  );
  box.replaceChildren(
    element(
      'header',
      {},
      element('h2', { id: 'dialog-title', tabindex: '-1' }, title),
      element('div', {}, others, close),
    ),
    element('div', { class: 'dialog-body' }, contents),
  );
  if (!box.open) box.showModal();
  box.scrollTop = 0;
  byId('dialog-title').focus({ preventScroll: true });
}

/** Closes it, where it is open. */
export function closeDialog(): void {
  if (dialog().open) dialog().close();
}

/** Does something whenever it was closed. */
export function onDialogClosed(act: () => void): void {
  dialog().addEventListener('close', act);
  dialog().addEventListener('click', (event) => {
    if (event.target === dialog()) dialog().close();
  });
}
