import type { MessageTexts } from './message-templates.ts';

/** The SMS of codes do without ê, î, ç: GSM 03.38 lacks them, and the message would take a second segment. */
export const textsFr: MessageTexts = {
  sign_in_code: {
    subject: 'Votre code de connexion',
    body: [
      'Votre code de connexion est {code}.',
      'Il est valable {minutes} minutes et ne sert qu’une fois. Ne le donnez à personne, pas même à nous.',
      'Si vous n’avez pas demandé de code, ignorez ce message.',
    ],
    sms: '{code} est votre code de connexion, valable {minutes} minutes. Ne le donnez à personne.',
  },
  verify_email: {
    subject: 'Confirmez votre adresse e-mail',
    body: [
      'Merci de confirmer que cette adresse e-mail est bien la vôtre.',
      'Le lien ne sert qu’une fois et reste valable un jour. Si vous ne nous avez pas donné cette adresse, ignorez ce message.',
    ],
    action: 'Confirmer l’adresse',
    sms: 'Confirmez votre adresse e-mail : {link}',
  },
  reset_password: {
    subject: 'Choisissez un nouveau mot de passe',
    body: [
      'Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour votre compte.',
      'Le lien ne sert qu’une fois et reste valable une heure. Si ce n’était pas vous, ne faites rien : votre mot de passe ne change pas.',
    ],
    action: 'Choisir un nouveau mot de passe',
    sms: 'Choisissez un nouveau mot de passe : {link}',
  },
  change_email: {
    subject: 'Confirmez le changement de votre adresse e-mail',
    body: [
      'Quelqu’un, sans doute vous, veut changer l’adresse e-mail de votre compte.',
      'Le changement se fait quand l’ancienne et la nouvelle adresse l’ont toutes deux confirmé. Si ce n’était pas vous, ne confirmez pas et changez votre mot de passe.',
    ],
    action: 'Confirmer le changement',
    sms: 'Confirmez le changement de votre adresse e-mail : {link}',
  },
  change_phone: {
    subject: 'Confirmez le changement de votre numéro',
    body: [
      'Votre code pour confirmer le changement de numéro de téléphone est {code}.',
      'Si vous n’avez pas demandé ce changement, ne donnez le code à personne et changez votre mot de passe.',
    ],
    sms: '{code} confirme le changement de votre numéro. Ne le donnez à personne.',
  },
  invitation: {
    subject: 'Vous êtes invité',
    body: [
      '{inviter} vous invite à prendre ce rôle : {role}.',
      'L’invitation est pour vous seul et prend fin après sept jours. Si vous ne connaissez pas la personne qui vous invite, n’acceptez pas.',
    ],
    action: 'Voir l’invitation',
    sms: '{inviter} vous propose ce rôle : {role} {link}',
  },
  new_device: {
    subject: 'Nouvelle connexion à votre compte',
    body: [
      'Votre compte a été utilisé sur un nouvel appareil : {device}, {time}.',
      'Si c’était vous, tout va bien. Sinon, fermez cette session dans vos réglages de sécurité et changez votre mot de passe.',
    ],
    sms: 'Nouvelle connexion à votre compte : {device}, {time}. Pas vous ? Changez de mot de passe.',
  },
  security_alert: {
    subject: 'Un changement dans votre compte',
    body: [
      '{text}',
      'Si ce n’était pas vous, changez votre mot de passe et vérifiez vos réglages de sécurité.',
    ],
    sms: '{text} Pas vous ? Changez de mot de passe.',
  },
  export_ready: {
    subject: 'Vos données sont prêtes',
    body: [
      'La copie de vos données que vous avez demandée est prête.',
      'Vous devez être connecté pour la prendre. Elle est effacée après un jour.',
    ],
    action: 'Prendre les données',
    sms: 'La copie de vos données est disponible : {link}',
  },
};
