import { useTranslation } from 'react-i18next';
import { useFileAddress } from '../../../data/use-file-address.ts';
import { Skeleton } from '../../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../../ui/state-message/failed-state.tsx';
import { ZoomablePhoto } from './zoomable-photo.tsx';

/** One stored file of a sheet: a picture to zoom into, anything else as a link. */
export const Attachment = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation('desk');
  const { address, mediaType, error, retry } = useFileAddress(id);
  if (error) return <FailedState error={error} onRetry={retry} />;
  if (address === null) return <Skeleton height="20rem" />;
  if (mediaType?.startsWith('image/')) return <ZoomablePhoto address={address} alt={t('photo.alt')} />;
  return (
    <a href={address} download>
      {t('photo.download')}
    </a>
  );
};
