import type { Language, Role } from '@comitium/contract';

/** How messages call a role. */
export const roleWords: Readonly<Record<Language, Readonly<Record<Role, string>>>> = {
  en: {
    viewer: 'Viewer',
    presenter: 'Presenter',
    data_admin: 'Data administrator',
    correspondent: 'Correspondent',
    polling_agent: 'Polling agent',
    reviewer: 'Reviewer',
    election_administrator: 'Election administrator',
    platform_administrator: 'Platform administrator',
  },
  fr: {
    viewer: 'Observateur',
    presenter: 'Présentateur',
    data_admin: 'Administrateur des données',
    correspondent: 'Correspondant',
    polling_agent: 'Délégué de bureau de vote',
    reviewer: 'Vérificateur',
    election_administrator: 'Administrateur d’élection',
    platform_administrator: 'Administrateur de la plateforme',
  },
  ar: {
    viewer: 'مشاهد',
    presenter: 'مقدّم',
    data_admin: 'مسؤول البيانات',
    correspondent: 'مراسل',
    polling_agent: 'وكيل مركز اقتراع',
    reviewer: 'مدقّق',
    election_administrator: 'مسؤول انتخابات',
    platform_administrator: 'مسؤول المنصة',
  },
  ka: {
    viewer: 'დამთვალიერებელი',
    presenter: 'წამყვანი',
    data_admin: 'მონაცემთა ადმინისტრატორი',
    correspondent: 'კორესპონდენტი',
    polling_agent: 'უბნის წარმომადგენელი',
    reviewer: 'შემმოწმებელი',
    election_administrator: 'არჩევნების ადმინისტრატორი',
    platform_administrator: 'პლატფორმის ადმინისტრატორი',
  },
};
