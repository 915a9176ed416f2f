import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import { fitted, moveBy, turnRight, type View, zoomAbout } from './zoom.ts';
import classes from './zoomable-photo.module.css';

const step = 1.4;
const arrows: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: 40, y: 0 },
  ArrowRight: { x: -40, y: 0 },
  ArrowUp: { x: 0, y: 40 },
  ArrowDown: { x: 0, y: -40 },
};
const centre = { x: 0, y: 0 };

/** A photograph to read small writing on: wheel, drag, keys (+ − 0, arrows) and buttons. */
export const ZoomablePhoto = ({ address, alt }: { readonly address: string; readonly alt: string }) => {
  const { t } = useTranslation('desk');
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>(fitted);
  useWheelZoom(frame, setView);
  const size = () => frame.current?.getBoundingClientRect() ?? { width: 0, height: 0 };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons !== 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setView((now) => moveBy(now, { x: event.movementX, y: event.movementY }, size()));
  };
  const press = (event: KeyboardEvent): void => {
    const arrow = arrows[event.key];
    if (arrow) setView((now) => moveBy(now, arrow, size()));
    else if (event.key === '+' || event.key === '=') setView((now) => zoomAbout(now, step, centre));
    else if (event.key === '-') setView((now) => zoomAbout(now, 1 / step, centre));
    else if (event.key === '0') setView(fitted);
    else return;
    event.preventDefault();
  };
  return (
    <figure className={classes['figure']}>
      <div
        ref={frame}
        className={classes['frame']}
        data-zoomed={view.scale > 1 ? '' : undefined}
        onPointerMove={drag}
      >
        <img
          src={address}
          alt={alt}
          draggable={false}
          className={classes['image']}
          style={{
            transform: `translate(${view.x}px, ${view.y}px) rotate(${view.turn}deg) scale(${view.scale})`,
          }}
        />
      </div>
      <div className={classes['buttons']} role="toolbar" aria-label={t('photo.keys')} onKeyDown={press}>
        <TextButton onClick={() => setView((now) => zoomAbout(now, step, centre))}>
          {t('photo.larger')}
        </TextButton>
        <TextButton onClick={() => setView((now) => zoomAbout(now, 1 / step, centre))}>
          {t('photo.smaller')}
        </TextButton>
        <TextButton onClick={() => setView(turnRight)}>{t('photo.turn')}</TextButton>
        <a href={address} target="_blank" rel="noreferrer">
          {t('photo.open')}
        </a>
      </div>
    </figure>
  );
};

/** React listens to wheels passively; zooming must keep the page from scrolling. */
const useWheelZoom = (
  frame: { readonly current: HTMLDivElement | null },
  change: (next: (now: View) => View) => void,
): void => {
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const point = { x: event.clientX - box.x - box.width / 2, y: event.clientY - box.y - box.height / 2 };
      change((now) => zoomAbout(now, event.deltaY < 0 ? 1.15 : 1 / 1.15, point));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frame, change]);
};
