import { type ReactNode, useEffect, useState } from 'react';
import { Button as AriaButton, Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from './icon.tsx';

interface DialogProps {
  title: string;
  isOpen: boolean;
  /** Without it the dialog cannot be closed without an answer. */
  onClose?: () => void;
  children: ReactNode;
  /** An alert interrupts for a decision; anything else is a dialog. */
  role?: 'dialog' | 'alertdialog';
  /** Hides the page behind it: whoever passes by has no right to read that. */
  covering?: boolean;
  /** What is written in it is not lost by a click beside it. */
  keeps?: boolean;
}

const FOCUS_RETURNS_MS = 200;

/** When the button that opened the dialog is gone with the deed, the focus goes to the part of the page where it was. */
function useFocusPlace() {
  const [place] = useState(() => document.activeElement?.closest<HTMLElement>('section, main'));
  useEffect(
    () => () => {
      setTimeout(() => {
        if (!place?.isConnected || document.activeElement !== document.body) return;
        place.tabIndex = -1;
        place.focus();
      }, FOCUS_RETURNS_MS);
    },
    [place],
  );
}

/** Takes the focus, keeps it, and gives it back to where it was. */
export function Dialog({ isOpen, onClose, covering = false, keeps = false, ...content }: DialogProps) {
  return (
    <ModalOverlay
      className={covering ? 'overlay covering' : 'overlay'}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose?.()}
      isDismissable={onClose !== undefined && !keeps}
      isKeyboardDismissDisabled={onClose === undefined}
    >
      <Modal className="dialog">
        <Content onClose={onClose} {...content} />
      </Modal>
    </ModalOverlay>
  );
}

type ContentProps = Pick<DialogProps, 'title' | 'children' | 'role'> & { onClose: DialogProps['onClose'] | undefined };

function Content({ title, onClose, children, role = 'dialog' }: ContentProps) {
  useFocusPlace();
  return (
    <AriaDialog role={role}>
      <header className="dialog-head">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {onClose && (
          <AriaButton className="button quiet icon-only" aria-label="Stäng" onPress={onClose}>
            <Icon name="cross" />
          </AriaButton>
        )}
      </header>
      <div className="dialog-body">{children}</div>
    </AriaDialog>
  );
}
