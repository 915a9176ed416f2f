import { type ReactNode, useEffect, useId, useRef } from 'react';
import classes from './modal-dialog.module.css';

interface ModalDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The browser's own modal dialog: it traps the focus, gives it back, closes with Escape, and injects no style. */
export const ModalDialog = ({ title, onClose, children }: ModalDialogProps) => {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={classes['dialog']}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId} className={classes['title']}>
        {title}
      </h2>
      {children}
    </dialog>
  );
};
