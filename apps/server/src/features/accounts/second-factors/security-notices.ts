import type { Language } from '@comitium/contract';

/** What is told to a person whose account somebody, perhaps he himself, has just made weaker or stronger. */
export type SecurityNotice = 'factor_added' | 'factor_removed' | 'recovery_code_used' | 'token_reused';

export const securityNotices: Readonly<Record<Language, Readonly<Record<SecurityNotice, string>>>> = {
  en: {
    factor_added: 'A second factor was added to your account.',
    factor_removed: 'A second factor was removed from your account.',
    recovery_code_used: 'Somebody signed in to your account with a recovery code.',
    token_reused: 'A copy of one of your sessions was used, so that this session was ended. Sign in again.',
  },
  fr: {
    factor_added: 'Un second facteur a été ajouté à votre compte.',
    factor_removed: 'Un second facteur a été retiré de votre compte.',
    recovery_code_used: 'Quelqu’un s’est connecté à votre compte avec un code de secours.',
    token_reused:
      'Une copie de l’une de vos sessions a été utilisée ; cette session a donc été fermée. Connectez-vous à nouveau.',
  },
  ar: {
    factor_added: 'أُضيف عامل تحقق ثانٍ إلى حسابك.',
    factor_removed: 'أُزيل عامل تحقق ثانٍ من حسابك.',
    recovery_code_used: 'سجّل شخص ما الدخول إلى حسابك برمز استرداد.',
    token_reused: 'استُخدمت نسخة من إحدى جلساتك، فأُنهيت هذه الجلسة. سجّل الدخول من جديد.',
  },
  ka: {
    factor_added: 'თქვენს ანგარიშს მეორე ფაქტორი დაემატა.',
    factor_removed: 'თქვენი ანგარიშიდან მეორე ფაქტორი წაიშალა.',
    recovery_code_used: 'თქვენს ანგარიშში აღდგენის კოდით შევიდნენ.',
    token_reused: 'თქვენი სესიის ასლი გამოიყენეს, ამიტომ ეს სესია დასრულდა. შედით ხელახლა.',
  },
};
