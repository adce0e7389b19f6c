import type { ReactNode } from 'react';
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
}

/** Takes the focus, keeps it, and gives it back to where it was. */
export function Dialog({ title, isOpen, onClose, children, role = 'dialog', covering = false }: DialogProps) {
  return (
    <ModalOverlay
      className={covering ? 'overlay covering' : 'overlay'}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose?.()}
      isDismissable={onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
    >
      <Modal className="dialog">
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
      </Modal>
    </ModalOverlay>
  );
}
