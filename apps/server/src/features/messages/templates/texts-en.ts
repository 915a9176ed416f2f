import type { MessageTexts } from './message-templates.ts';

export const textsEn: MessageTexts = {
  sign_in_code: {
    subject: 'Your sign-in code',
    body: [
      'Your sign-in code is {code}.',
      'It is valid for {minutes} minutes and works once. Give it to nobody, not even to us.',
      'If you did not ask for a code, you can ignore this message.',
    ],
    sms: '{code} is your sign-in code, valid for {minutes} minutes. Give it to nobody.',
  },
  verify_email: {
    subject: 'Confirm your e-mail address',
    body: [
      'Please confirm that this is your e-mail address.',
      'The link works once, within a day. If you did not give us this address, you can ignore this message.',
    ],
    action: 'Confirm the address',
    sms: 'Confirm your e-mail address: {link}',
  },
  reset_password: {
    subject: 'Choose a new password',
    body: [
      'Somebody, most likely you, asked for a new password for your account.',
      'The link works once, within an hour. If it was not you, do nothing: your password stays as it is.',
    ],
    action: 'Choose a new password',
    sms: 'Choose a new password: {link}',
  },
  change_email: {
    subject: 'Confirm the change of your e-mail address',
    body: [
      'Somebody, most likely you, wants to change the e-mail address of your account.',
      'The change is made when both the old and the new address have confirmed it. If it was not you, do not confirm, and change your password.',
    ],
    action: 'Confirm the change',
    sms: 'Confirm the change of your e-mail address: {link}',
  },
  change_phone: {
    subject: 'Confirm the change of your phone number',
    body: [
      'Your code to confirm the change of your phone number is {code}.',
      'If you did not ask for this change, give the code to nobody and change your password.',
    ],
    sms: '{code} confirms the change of your phone number. Give it to nobody.',
  },
  invitation: {
    subject: 'You are invited',
    body: [
      '{inviter} invites you to take on this role: {role}.',
      'The invitation is for you alone and ends after seven days. If you do not know who invites you, do not accept.',
    ],
    action: 'See the invitation',
    sms: '{inviter} invites you to be {role}: {link}',
  },
  new_device: {
    subject: 'New sign-in to your account',
    body: [
      'Your account was used on a new device: {device}, {time}.',
      'If it was you, all is well. If not, end that session in your security settings and change your password.',
    ],
    sms: 'New sign-in to your account: {device}, {time}. Not you? Change your password.',
  },
  security_alert: {
    subject: 'Something changed in your account',
    body: ['{text}', 'If it was not you, change your password and look at your security settings.'],
    sms: '{text} Not you? Change your password.',
  },
  export_ready: {
    subject: 'Your data is ready',
    body: [
      'The copy of your data that you asked for is ready.',
      'You need to be signed in to fetch it. It is deleted after a day.',
    ],
    action: 'Fetch the data',
    sms: 'The copy of your data is ready: {link}',
  },
};
