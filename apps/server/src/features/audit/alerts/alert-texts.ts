import type { AlertKind, Language } from '@comitium/contract';

/** What an administrator is written; who and what stands behind the sign-in, not in a message. */
export const alertTexts: Readonly<Record<Language, Readonly<Record<AlertKind, string>>>> = {
  en: {
    many_failures: 'Many attempts failed in a short time.',
    impossible_travel: 'One account signed in from places too far apart.',
    rights_at_night: 'Rights were changed at night.',
    bulk_export: 'Much was exported in a short time.',
  },
  fr: {
    many_failures: 'De nombreuses tentatives ont échoué en peu de temps.',
    impossible_travel: 'Un compte s’est connecté depuis des lieux trop éloignés.',
    rights_at_night: 'Des droits ont été modifiés pendant la nuit.',
    bulk_export: 'De nombreux exports ont été faits en peu de temps.',
  },
  ar: {
    many_failures: 'فشلت محاولات كثيرة في وقت قصير.',
    impossible_travel: 'سجّل حساب الدخول من أماكن متباعدة جدًا.',
    rights_at_night: 'تم تغيير الصلاحيات ليلًا.',
    bulk_export: 'تم تصدير الكثير من البيانات في وقت قصير.',
  },
  ka: {
    many_failures: 'მოკლე დროში ბევრი მცდელობა წარუმატებელი იყო.',
    impossible_travel: 'ერთი ანგარიშით ერთმანეთისგან ძალიან დაშორებული ადგილებიდან შევიდნენ.',
    rights_at_night: 'უფლებები ღამით შეიცვალა.',
    bulk_export: 'მოკლე დროში ბევრი მონაცემი გაიტანეს.',
  },
};
