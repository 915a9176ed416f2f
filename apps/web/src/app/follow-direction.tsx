import { useDirection } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The component library asks for the direction once; a change of language tells it again, and nothing is drawn anew. */
export const FollowDirection = () => {
  const { i18n } = useTranslation();
  const { setDirection } = useDirection();
  useEffect(() => setDirection(i18n.language === 'ar' ? 'rtl' : 'ltr'), [i18n.language, setDirection]);
  return null;
};
